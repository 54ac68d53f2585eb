import { Button } from '@mantine/core';
import { useText } from '#client/i18n/use-text.ts';
import { errorMessage } from './error-message.ts';
import { Notice } from './notice.tsx';
import classes from './unsaved.module.css';

type Props = {
  /** What it was this time; null: it was before this page was opened. */
  error: unknown;
  onRetry: () => void;
  onDiscard: () => void;
};

/** Beside what somebody wrote and the server does not have: what happened, another try, or away with it. */
export function Unsaved({ error, onRetry, onDiscard }: Props) {
  const t = useText('common');
  const button = (label: string, onClick: () => void) => (
    <Button variant="subtle" color="red" size="compact-xs" onClick={onClick}>
      {label}
    </Button>
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- pressing a button here does not leave the field
    <div className={classes.unsaved} onMouseDown={(event) => event.preventDefault()}>
      <Notice
        tone="bad"
        action={
          <>
            {button(t('retry'), onRetry)}
            {button(t('discard'), onDiscard)}
          </>
        }
      >
        {error === null ? t('notSavedYet') : errorMessage(error)}
      </Notice>
    </div>
  );
}
