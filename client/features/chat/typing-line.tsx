import { useText } from '#client/i18n/use-text.ts';
import { usePeople } from '#client/ui/people.ts';
import { useTypists } from './use-typing.ts';
import classes from './typing-line.module.css';

const NAMED = 2;

/** Keeps its height, so that nothing moves when somebody begins to write. */
export function TypingLine({ roomId }: { roomId: string }) {
  const t = useText('chat');
  const { personOf } = usePeople();
  const typists = useTypists(roomId);
  const names = typists.flatMap((id) => personOf(id)?.name ?? []);
  const shown = names.slice(0, NAMED).join(', ');
  const more = names.length - NAMED;
  return (
    <div className={classes.line} aria-live="polite">
      {names.length > 0 && (
        <>
          <span className={classes.dots} aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {more > 0
            ? t('typingMany', { names: shown, more })
            : t('typing', { names: shown, count: names.length })}
        </>
      )}
    </div>
  );
}
