import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { copyText } from '#client/ui/copy-text.ts';
import { errorMessage } from '#client/ui/error-message.ts';
import { SideSheet } from '#client/ui/side-sheet.tsx';
import { toastDone } from '#client/ui/toasts.ts';
import type { Unsent } from './outbox.ts';
import { ScheduledRow } from './scheduled-row.tsx';
import { useStranded } from './use-outbox.ts';
import { useRooms } from './use-rooms.ts';
import { useScheduled } from './use-scheduled.ts';
import classes from './scheduled-row.module.css';

/**
 * Only when something could not be said and no room shows it: what failed in rooms that are gone, and what was to be sent
 * later and could not be. No text is lost with its room.
 */
export function LostMessages() {
  const t = useText('chat');
  const [isOpen, setOpen] = useState(false);
  const { query, rooms } = useRooms();
  const { stranded, remove } = useStranded(query.isSuccess ? rooms : null);
  const failed = useScheduled().items.filter((item) => item.failure !== null);
  const count = stranded.length + failed.length;
  if (count === 0 && !isOpen) return null;
  return (
    <>
      <Button
        fullWidth
        className={classes.lost}
        variant="light"
        color="red"
        leftSection={<TriangleAlert size={15} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('lost', { count })}
      </Button>
      <SideSheet title={t('lostList')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <div className={classes.list}>
          {stranded.map((entry) => (
            <Stranded key={entry.id} entry={entry} onRemove={() => remove(entry.id)} />
          ))}
          {failed.map((item) => (
            <ScheduledRow key={item.id} item={item} hasRoom onBack={() => setOpen(false)} />
          ))}
        </div>
      </SideSheet>
    </>
  );
}

function Stranded({ entry, onRemove }: { entry: Unsent; onRemove: () => void }) {
  const t = useText('chat');
  async function copy() {
    if (await copyText(entry.body)) toastDone(t('common:copied'));
  }
  return (
    <article className={classes.row}>
      <p className={classes.when} data-failed>
        <TriangleAlert size={14} aria-hidden="true" />
        {t('failed')}
      </p>
      <p className={classes.failure}>{errorMessage(entry.error)}</p>
      <p className={classes.text}>{entry.body}</p>
      <div className={classes.acts}>
        <Button size="compact-sm" variant="default" onClick={() => void copy()}>
          {t('common:copy')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onRemove}>
          {t('delete')}
        </Button>
      </div>
    </article>
  );
}
