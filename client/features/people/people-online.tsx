import { Popover } from '@mantine/core';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { usePeople, usePresence } from '#client/ui/people.ts';
import { Directory } from './directory.tsx';
import classes from './people-online.module.css';

/** ● 12명: how many are here; opens the directory. */
export function PeopleOnline() {
  const t = useText('people');
  const { personOf } = usePeople();
  const presence = usePresence();
  const [isOpen, setOpen] = useState(false);
  const count = [...presence.keys()].filter((id) => personOf(id) !== undefined).length;
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={300}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button
          type="button"
          className={classes.button}
          aria-label={t('onlineLabel', { count })}
          title={t('onlineLabel', { count })}
          onClick={() => setOpen(!isOpen)}
        >
          <span className={classes.dot} />
          {t('online', { count })}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={6} aria-label={t('title')}>
        <Directory />
      </Popover.Dropdown>
    </Popover>
  );
}
