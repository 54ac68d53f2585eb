import classes from './preferences-section.module.css';

type Props = { label: string; minute: number; onSet: (minute: number) => void };

/** A time of every day in Seoul; kept when it is left, so that half a time is never one. */
export function MinuteField({ label, minute, onSet }: Props) {
  const text = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  return (
    <input
      key={text}
      type="time"
      className={classes.time}
      aria-label={label}
      defaultValue={text}
      onBlur={({ currentTarget }) => {
        const [hours, minutes] = currentTarget.value.split(':').map(Number);
        if (hours === undefined || minutes === undefined) currentTarget.value = text;
        else if (currentTarget.value !== text) onSet(hours * 60 + minutes);
      }}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') currentTarget.blur();
      }}
    />
  );
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
