import { Button, Modal } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { useFocusBack } from '#client/ui/use-focus-back.ts';
import type { PromotionItem } from '#server/promotions/promotions.schema.ts';
import { endsBeforeItStarts } from '#server/promotions/promotions.status.schema.ts';
import { PeriodFields } from './period-fields.tsx';
import type { Period } from './use-promotion-acts.ts';
import '#client/ui/dialog-styles.ts';
import classes from './fields.module.css';

type Props = {
  promotion: PromotionItem;
  /** Says what these days would get in the way of. */
  renderWarning: (period: Period) => ReactNode;
  onClose: () => void;
  onChange: (period: Period) => void;
};

export function DatesDialog({ promotion, renderWarning, onClose, onChange }: Props) {
  const t = useText('promotions');
  useFocusBack();
  const [period, setPeriod] = useState<Period>({
    startsOn: promotion.startsOn,
    endsOn: promotion.endsOn,
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    onChange(period);
  }
  return (
    <Modal opened onClose={onClose} title={promotion.title} size={440}>
      <form className={classes.form} onSubmit={submit}>
        <PeriodFields period={period} onChange={setPeriod} />
        {renderWarning(period)}
        <div className={classes.buttons}>
          <Button variant="default" size="sm" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" size="sm" disabled={endsBeforeItStarts(period)}>
            {t('common:save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
