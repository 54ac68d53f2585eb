import { countText } from './tab-title.ts';
import { VisuallyHidden } from './visually-hidden.tsx';
import classes from './badge.module.css';

type Props = {
  count: number;
  /** What the number counts, for those who do not see where it stands: "읽지 않음 3개". */
  label: string;
  /** `loud` asks to be looked at, `quiet` merely tells. */
  tone?: 'loud' | 'quiet';
};

/** Nothing at zero, 99+ above 99. */
export function Badge({ count, label, tone = 'loud' }: Props) {
  if (count <= 0) return null;
  return (
    <span className={classes.badge} data-tone={tone}>
      <span aria-hidden="true">{countText(count)}</span>
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
