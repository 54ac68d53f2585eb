import { ChevronDown } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { Drop } from '#client/ui/drop.tsx';
import { WhenDay } from '#client/ui/when.tsx';
import { DayCalendar } from './day-calendar.tsx';
import classes from './day-jump.module.css';

type Props = {
  roomId: string;
  day: string;
  isScrolling: boolean;
  onJump: (no: number) => void;
};

/**
 * The day of what stands at the upper edge; opens a calendar of the days on which something was said.
 * At rest it goes away: it lies on the words of a message.
 */
export function DayJump({ roomId, day, isScrolling, onJump }: Props) {
  const t = useText('chat');
  return (
    <div className={classes.place} data-scrolling={isScrolling || undefined}>
      <Drop
        label={t('toDay')}
        width={264}
        renderButton={(button) => (
          <button {...button} type="button" className={classes.day} title={t('toDay')}>
            <WhenDay day={day} />
            <ChevronDown size={13} aria-hidden="true" />
          </button>
        )}
      >
        {(close) => (
          <DayCalendar
            roomId={roomId}
            day={day}
            onChoose={(no) => {
              close();
              onJump(no);
            }}
          />
        )}
      </Drop>
    </div>
  );
}
