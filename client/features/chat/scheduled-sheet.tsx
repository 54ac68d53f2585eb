import { CalendarClock } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { ListState } from '#client/ui/list-state.tsx';
import { SideSheet } from '#client/ui/side-sheet.tsx';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import { ScheduledRow } from './scheduled-row.tsx';
import { useScheduled } from './use-scheduled.ts';
import classes from './scheduled-row.module.css';

type Props = { roomId: string; isOpen: boolean; onClose: () => void };

export function ScheduledSheet({ roomId, isOpen, onClose }: Props) {
  const t = useText('chat');
  return (
    <SideSheet title={t('scheduledList')} isOpen={isOpen} onClose={onClose}>
      <List roomId={roomId} onClose={onClose} />
    </SideSheet>
  );
}

function List({ roomId, onClose }: Pick<Props, 'roomId' | 'onClose'>) {
  const t = useText('chat');
  const { query, items } = useScheduled();
  const shown = items.filter((item) => item.roomId === roomId);
  return (
    <ListState
      query={query}
      isEmpty={shown.length === 0}
      empty={{ icon: CalendarClock, title: t('noScheduled'), text: t('noScheduledText') }}
      skeleton={<RowsSkeleton height={62} />}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles -- lists without bullets are none to Safari */}
      <ul role="list" className={classes.list}>
        {shown.map((item) => (
          <li key={item.id}>
            <ScheduledRow item={item} hasRoom={false} onBack={onClose} />
          </li>
        ))}
      </ul>
    </ListState>
  );
}
