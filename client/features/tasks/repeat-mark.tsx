import { Repeat } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import { useSayRepeat } from './use-say-repeat.ts';
import classes from './marks.module.css';

/** Nothing for what comes once. */
export function RepeatMark({ repeat }: { repeat: string | null }) {
  const t = useText('task');
  const say = useSayRepeat();
  if (repeat === null) return null;
  const words = t('repeats', { rule: say(repeat) });
  return (
    <span className={classes.repeat} title={words}>
      <Repeat size={13} aria-hidden="true" />
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}
