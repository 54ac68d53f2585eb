import { Button, Modal } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Failure } from '#client/ui/failure.tsx';
import { useFocusBack } from '#client/ui/use-focus-back.ts';
import type { PromotionItem } from '#server/promotions/promotions.schema.ts';
import { endsBeforeItStarts } from '#server/promotions/promotions.status.schema.ts';
import { laterPeriod } from './later-period.ts';
import { PeriodFields } from './period-fields.tsx';
import type { Period } from './use-promotion-acts.ts';
import '#client/ui/dialog-styles.ts';
import classes from './fields.module.css';

export type CopyTo = 'month' | 'year';

const MONTHS = { month: 1, year: 12 };

type Props = {
  promotion: PromotionItem;
  to: CopyTo;
  /** Says what these days would get in the way of. */
  renderWarning: (period: Period) => ReactNode;
  onClose: () => void;
  onCopy: (period: Period) => Promise<unknown>;
};

/** The days of next month, or next year, stand there already. */
export function CopyDialog({ promotion, to, renderWarning, onClose, onCopy }: Props) {
  const t = useText('promotions');
  useFocusBack();
  const [period, setPeriod] = useState<Period>(() => laterPeriod(promotion, MONTHS[to]));
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await onCopy(period);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  }
  return (
    <Modal opened onClose={onClose} title={t(`copyTo.${to}`)} size={440}>
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <p className={classes.hint}>{t('duplicateText')}</p>
        <PeriodFields period={period} onChange={setPeriod} />
        {renderWarning(period)}
        {error !== null && <Failure error={error} />}
        <div className={classes.buttons}>
          <Button variant="default" size="sm" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" size="sm" loading={isBusy} disabled={endsBeforeItStarts(period)}>
            {t('copy')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
