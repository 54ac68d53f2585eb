import { ChevronDown } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { Drop } from '#client/ui/drop.tsx';
import { WhenDay } from '#client/ui/when.tsx';
import { DayCalendar } from './day-calendar.tsx';
import classes from './day-jump.module.css';

type Props = { roomId: string; day: string; onJump: (no: number) => void };

/** The day of what stands at the upper edge; opens a calendar of the days on which something was said. */
export function DayJump({ roomId, day, onJump }: Props) {
  const t = useText('chat');
  return (
    <div className={classes.place}>
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
