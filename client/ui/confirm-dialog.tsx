import { Button, Modal } from '@mantine/core';
import { useText } from '#client/i18n/use-text.ts';
import type { Question } from './confirm.ts';
import { useFocusBack } from './use-focus-back.ts';
import './dialog-styles.ts';
import classes from './confirm-dialog.module.css';

type Props = { question: Question; onAnswer: (isYes: boolean) => void };

/** What `confirm` asks; drawn by the shell. */
export function ConfirmDialog({ question, onAnswer }: Props) {
  const t = useText('common');
  useFocusBack();
  const { title, text, action, isDangerous } = question;
  return (
    <Modal opened onClose={() => onAnswer(false)} title={title} size={400} centered>
      {text !== undefined && <p className={classes.text}>{text}</p>}
      <div className={classes.buttons}>
        <Button variant="default" size="sm" onClick={() => onAnswer(false)}>
          {t('cancel')}
        </Button>
        <Button
          size="sm"
          data-autofocus
          {...(isDangerous === true ? { color: 'red' } : {})}
          onClick={() => onAnswer(true)}
        >
          {action}
        </Button>
      </div>
    </Modal>
  );
}
