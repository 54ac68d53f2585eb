import { Button, Modal } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import classes from './confirm.module.css';

type Question = {
  title: string;
  text?: string;
  /** The verb on the button: 삭제. */
  action: string;
  isDangerous?: boolean;
};
type Open = { question: Question; answer: (isYes: boolean) => void };

let open: Open | null = null;
const listeners = new Set<() => void>();

/** Only for what cannot be undone; for the rest do it and offer the way back in a toast. */
export function confirm(question: Question): Promise<boolean> {
  open?.answer(false);
  return new Promise((resolve) => {
    change({
      question,
      answer: (isYes) => {
        change(null);
        resolve(isYes);
      },
    });
  });
}

/** Where the question appears; once, in the shell. */
export function ConfirmDialog() {
  const t = useText('common');
  const asked = useSyncExternalStore(subscribe, () => open);
  return (
    <Modal
      opened={asked !== null}
      onClose={() => asked?.answer(false)}
      title={asked?.question.title}
      size={400}
      centered
    >
      {asked?.question.text !== undefined && <p className={classes.text}>{asked.question.text}</p>}
      <div className={classes.buttons}>
        <Button variant="default" size="sm" onClick={() => asked?.answer(false)}>
          {t('cancel')}
        </Button>
        <Button
          size="sm"
          data-autofocus
          {...(asked?.question.isDangerous === true ? { color: 'red' } : {})}
          onClick={() => asked?.answer(true)}
        >
          {asked?.question.action}
        </Button>
      </div>
    </Modal>
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: Open | null): void {
  open = next;
  for (const listener of listeners) listener();
}
