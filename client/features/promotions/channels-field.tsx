import { Check } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import {
  PROMOTION_CHANNEL_MAX,
  PROMOTION_CHANNELS_MAX,
} from '#server/promotions/promotions.schema.ts';
import classes from './fields.module.css';

type Props = {
  channels: readonly string[];
  /** Those that other promotions use. */
  known: readonly string[];
  onChange: (channels: string[]) => void;
};

/** Press to take one or let it go; Enter adds one that nobody has used yet. */
export function ChannelsField({ channels, known, onChange }: Props) {
  const t = useText('promotions');
  const [text, setText] = useState('');
  const offered = [...new Set([...known, ...channels])];
  const isFull = channels.length >= PROMOTION_CHANNELS_MAX;
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const name = text.trim();
    if (name === '') return;
    setText('');
    if (!channels.includes(name)) onChange([...channels, name]);
  }
  return (
    <fieldset className={classes.channels}>
      <legend className={classes.legend}>{t('channels')}</legend>
      <div className={classes.chips}>
        {offered.map((name) => {
          const isOn = channels.includes(name);
          return (
            <button
              key={name}
              type="button"
              className={classes.chip}
              aria-pressed={isOn}
              disabled={isFull && !isOn}
              onClick={() =>
                onChange(
                  isOn ? channels.filter((channel) => channel !== name) : [...channels, name],
                )
              }
            >
              {isOn && <Check size={13} aria-hidden="true" />}
              {name}
            </button>
          );
        })}
      </div>
      {!isFull && (
        <input
          className={classes.input}
          aria-label={t('addChannel')}
          placeholder={t('addChannel')}
          maxLength={PROMOTION_CHANNEL_MAX}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      )}
    </fieldset>
  );
}
