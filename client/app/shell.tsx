// What stands around every screen: places, the bar, the news at the foot. The screen itself is the router's outlet.
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { ReminderBanner } from '#client/features/reminders/reminder-banner.tsx';
import { useText } from '#client/i18n/use-text.ts';
import { useQuestion } from '#client/ui/confirm.ts';
import { PageBarContext } from '#client/ui/page-bar.ts';
import { ToastShelf } from '#client/ui/toast-shelf.tsx';
import { useNarrow } from '#client/ui/use-narrow.ts';
import { BottomTabs } from './bottom-tabs.tsx';
import { closeKeysSheet, useKeysSheet } from './keys-sheet-state.ts';
import { Sidebar } from './sidebar.tsx';
import { TopBar } from './top-bar.tsx';
import { UrgentBar } from './urgent-bar.tsx';
import { useRememberOpened } from './use-remember-opened.ts';
import { useShellKeys } from './use-shell-keys.ts';
import classes from './shell.module.css';

const Alerts = lazy(async () => ({ default: (await import('./alerts.tsx')).Alerts }));
const PushKeeper = lazy(async () => ({ default: (await import('./push-keeper.tsx')).PushKeeper }));
const ConfirmDialog = lazy(async () => ({
  default: (await import('#client/ui/confirm-dialog.tsx')).ConfirmDialog,
}));
const Find = lazy(async () => ({ default: (await import('./find.tsx')).Find }));
const KeysSheet = lazy(async () => ({ default: (await import('./keys-sheet.tsx')).KeysSheet }));

export function Shell() {
  const t = useText('app');
  const isNarrow = useNarrow();
  const [bar, setBar] = useState<HTMLElement | null>(null);
  const [isFinding, setFinding] = useState(false);
  const isKeysSheetOpen = useKeysSheet();
  const asked = useQuestion();
  useRememberOpened();
  useShellKeys({ onFind: () => setFinding(true) });
  return (
    <div className={classes.shell}>
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      {!isNarrow && <Sidebar />}
      <div className={classes.side}>
        <main className={classes.main}>
          <TopBar barRef={setBar} onFind={() => setFinding(true)} />
          <UrgentBar />
          <ReminderBanner />
          <div id="content" tabIndex={-1} className={classes.content} data-region>
            <PageBarContext value={bar}>
              <Outlet />
            </PageBarContext>
          </div>
        </main>
        {isNarrow && <BottomTabs />}
      </div>
      <ToastShelf />
      <Suspense>
        <Alerts />
        <PushKeeper />
      </Suspense>
      <Suspense>
        {isFinding && <Find onClose={() => setFinding(false)} />}
        {isKeysSheetOpen && <KeysSheet onClose={closeKeysSheet} />}
        {asked !== null && <ConfirmDialog question={asked.question} onAnswer={asked.answer} />}
      </Suspense>
    </div>
  );
}
