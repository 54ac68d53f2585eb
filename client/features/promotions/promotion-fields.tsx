import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Drop } from '#client/ui/drop.tsx';
import { FilterOptions } from '#client/ui/filter-options.tsx';
import { PersonPicker } from '#client/ui/person-picker.tsx';
import { PersonTag } from '#client/ui/person-tag.tsx';
import { When } from '#client/ui/when.tsx';
import {
  PROMOTION_CATEGORY_MAX,
  type PromotionFilters,
  type PromotionItem,
  type PromotionPatch,
} from '#server/promotions/promotions.schema.ts';
import { endsBeforeItStarts } from '#server/promotions/promotions.status.schema.ts';
import { CategoryMark, Swatch } from './category-mark.tsx';
import { ChannelsField } from './channels-field.tsx';
import { PeriodFields } from './period-fields.tsx';
import { useSayPeriod } from './use-say-period.ts';
import fields from './fields.module.css';
import classes from './promotion-detail.module.css';

type Props = {
  promotion: PromotionItem;
  counts: PromotionFilters | undefined;
  hues: ReadonlyMap<string, number>;
  /** `from`: as it was when the person began, where that takes a while. */
  onSave: (patch: PromotionPatch, from?: PromotionItem) => void;
};

/** Plain text that becomes a choice when clicked. */
export function PromotionFields({ promotion, counts, hues, onSave }: Props) {
  const t = useText('promotions');
  const sayPeriod = useSayPeriod();
  const { category, channels } = promotion;
  return (
    <dl className={classes.fields}>
      <Field label={t('period')} value={sayPeriod(promotion)}>
        {(close) => (
          <PeriodForm
            promotion={promotion}
            onSave={(patch, from) => {
              onSave(patch, from);
              close();
            }}
          />
        )}
      </Field>
      <Field
        label={t('category')}
        value={<CategoryMark name={category} hue={hues.get(category)} />}
      >
        {(close) => (
          <CategoryForm
            category={category}
            counts={counts}
            hues={hues}
            onSave={(patch) => {
              onSave(patch);
              close();
            }}
          />
        )}
      </Field>
      <Field label={t('channels')} value={channels.join(' · ') || t('noChannels')}>
        {() => (
          <div className={fields.form} data-inset>
            <ChannelsField
              channels={channels}
              known={counts?.channels.map(({ name }) => name) ?? []}
              onChange={(next) => onSave({ channels: next })}
            />
          </div>
        )}
      </Field>
      <Field label={t('owner')} value={<PersonTag id={promotion.ownerId} />}>
        {(close) => (
          <PersonPicker
            label={t('owner')}
            chosenIds={[promotion.ownerId]}
            onToggle={(ownerId) => {
              onSave({ ownerId });
              close();
            }}
          />
        )}
      </Field>
      <dt>{t('creator')}</dt>
      <dd className={classes.fixed}>
        <PersonTag id={promotion.creatorId} />
      </dd>
      <dt>{t('updated')}</dt>
      <dd className={classes.fixed}>
        <When at={promotion.updatedAt} />
      </dd>
    </dl>
  );
}

type FieldProps = { label: string; value: ReactNode; children: (close: () => void) => ReactNode };

function Field({ label, value, children }: FieldProps) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <Drop
          label={label}
          width={320}
          renderButton={(props) => (
            <button type="button" className={classes.value} {...props}>
              {value}
            </button>
          )}
        >
          {children}
        </Drop>
      </dd>
    </>
  );
}

type FormProps = Pick<Props, 'onSave'>;

/** Both days are saved together, and only those that differ. */
function PeriodForm({ promotion, onSave }: FormProps & { promotion: PromotionItem }) {
  const t = useText('promotions');
  const [begun] = useState(promotion);
  const { startsOn, endsOn } = begun;
  const [period, setPeriod] = useState({ startsOn, endsOn });
  function submit(event: FormEvent) {
    event.preventDefault();
    const patch = {
      ...(period.startsOn !== startsOn && { startsOn: period.startsOn }),
      ...(period.endsOn !== endsOn && { endsOn: period.endsOn }),
    };
    onSave(patch, begun);
  }
  return (
    <form className={fields.form} data-inset onSubmit={submit}>
      <PeriodFields period={period} onChange={setPeriod} />
      <div className={fields.buttons}>
        <Button type="submit" disabled={endsBeforeItStarts(period)}>
          {t('common:save')}
        </Button>
      </div>
    </form>
  );
}

type CategoryProps = FormProps & Pick<Props, 'counts' | 'hues'> & { category: string };

/** One that others use, or a new word. */
function CategoryForm({ category, counts, hues, onSave }: CategoryProps) {
  const t = useText('promotions');
  const id = useId();
  const [text, setText] = useState('');
  return (
    <form
      className={fields.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onSave({ category: text.trim() });
      }}
    >
      <FilterOptions
        options={(counts?.categories ?? []).map(({ name, count }) => ({
          value: name,
          label: name,
          count,
          mark: <Swatch hue={hues.get(name)} />,
        }))}
        chosen={[category]}
        onToggle={(value) => onSave({ category: value })}
      />
      <label className={fields.line} htmlFor={id}>
        {t('newCategory')}
        <input
          id={id}
          className={fields.input}
          maxLength={PROMOTION_CATEGORY_MAX}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
    </form>
  );
}
