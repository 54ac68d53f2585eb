import { Button, Modal } from '@mantine/core';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { useToday } from '#client/ui/clock.ts';
import { Failure } from '#client/ui/failure.tsx';
import {
  PROMOTION_BODY_MAX,
  PROMOTION_CATEGORY_MAX,
  PROMOTION_TITLE_MAX,
  type PromotionFilters,
} from '#server/promotions/promotions.schema.ts';
import { endsBeforeItStarts } from '#server/promotions/promotions.status.schema.ts';
import { ChannelsField } from './channels-field.tsx';
import { PeriodFields } from './period-fields.tsx';
import type { NewPromotion } from './use-promotion-acts.ts';
import '#client/ui/dialog-styles.ts';
import classes from './fields.module.css';

type Props = {
  isOpen: boolean;
  /** For suggestions. */
  counts: PromotionFilters | undefined;
  /** Says what it would get in the way of. */
  renderWarning: (promotion: NewPromotion) => ReactNode;
  onClose: () => void;
  onCreate: (promotion: NewPromotion) => Promise<unknown>;
};

export function NewPromotionDialog({ isOpen, onClose, ...form }: Props) {
  const t = useText('promotions');
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('new')} size={520}>
      <Form {...form} onDone={onClose} />
    </Modal>
  );
}

type FormProps = Omit<Props, 'isOpen' | 'onClose'> & { onDone: () => void };

function Form({ counts, renderWarning, onCreate, onDone }: FormProps) {
  const t = useText('promotions');
  const today = useToday();
  const suggestions = useId();
  const [given, setGiven] = useState<NewPromotion>({
    title: '',
    body: '',
    category: counts?.categories[0]?.name ?? '',
    channels: [],
    startsOn: today,
    endsOn: null,
  });
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const set = (patch: Partial<NewPromotion>) => setGiven({ ...given, ...patch });

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await onCreate(given);
      onDone();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  }
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <label className={classes.line}>
        {t('newTitle')}
        <input
          className={classes.input}
          required
          data-autofocus
          maxLength={PROMOTION_TITLE_MAX}
          value={given.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </label>
      <label className={classes.line}>
        {t('category')}
        <input
          className={classes.input}
          required
          list={suggestions}
          maxLength={PROMOTION_CATEGORY_MAX}
          value={given.category}
          onChange={(event) => set({ category: event.target.value })}
        />
        <datalist id={suggestions}>
          {counts?.categories.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </datalist>
      </label>
      <ChannelsField
        channels={given.channels}
        known={counts?.channels.map(({ name }) => name) ?? []}
        onChange={(channels) => set({ channels })}
      />
      <PeriodFields period={given} onChange={({ startsOn, endsOn }) => set({ startsOn, endsOn })} />
      <label className={classes.line}>
        {t('body')}
        <textarea
          className={classes.input}
          rows={4}
          maxLength={PROMOTION_BODY_MAX}
          placeholder={t('addBody')}
          value={given.body}
          onChange={(event) => set({ body: event.target.value })}
        />
      </label>
      {renderWarning(given)}
      {error !== null && <Failure error={error} />}
      <div className={classes.buttons}>
        <Button variant="default" size="sm" onClick={onDone}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" size="sm" loading={isBusy} disabled={endsBeforeItStarts(given)}>
          {t('create')}
        </Button>
      </div>
    </form>
  );
}
