import { Search } from 'lucide-react';
import { PeopleOnline } from '#client/features/people/people-online.tsx';
import { useText } from '#client/i18n/use-text.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { Kbd } from '#client/ui/kbd.tsx';
import { useNarrow } from '#client/ui/use-narrow.ts';
import { Bell } from './bell.tsx';
import { ConnectionMark } from './connection-mark.tsx';
import { ViewerMenu } from './viewer-menu.tsx';
import classes from './top-bar.module.css';

type Props = { barRef: (element: HTMLElement | null) => void; onFind: () => void };

/** The page writes its title and actions into the left part; the right part stays as it is on every page. */
export function TopBar({ barRef, onFind }: Props) {
  const t = useText('app');
  const isNarrow = useNarrow();
  return (
    <div className={classes.bar} data-frame data-region>
      <div ref={barRef} className={classes.page} />
      <div className={classes.status}>
        <ConnectionMark />
        {isNarrow ? (
          <IconButton icon={Search} label={t('find')} onClick={onFind} />
        ) : (
          <button type="button" className={classes.find} onClick={onFind}>
            <Search size={15} aria-hidden="true" />
            <span className={classes.findLabel}>{t('find')}</span>
            <Kbd keys="mod+k" />
          </button>
        )}
        <PeopleOnline />
        <Bell />
        {isNarrow && <ViewerMenu />}
      </div>
    </div>
  );
}
