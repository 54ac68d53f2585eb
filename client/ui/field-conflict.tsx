import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { toastFailed } from './toasts.ts';
import classes from './field-conflict.module.css';

type Props = {
  /** The field as it would be with each of them, in words. */
  theirs: ReactNode;
  mine: ReactNode;
  original: ReactNode;
  onKeepTheirs: () => void;
  onTakeMine: () => Promise<unknown>;
  onTakeOriginal: () => Promise<unknown>;
};

/** Theirs, mine or what was there before, for the one field that both changed. Nothing is lost until it is decided. */
export function FieldConflict({ theirs, mine, original, ...props }: Props) {
  const t = useText('common');
  const panel = useRef<HTMLElement>(null);
  // What was written further down must not seem to be gone.
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={panel} className={classes.conflict} role="alert">
      <p className={classes.head}>{t('conflict.head')}</p>
      <ul className={classes.sides}>
        <Side label={t('conflict.theirs')} text={theirs} onTake={props.onKeepTheirs} />
        <Side
          label={t('conflict.mine')}
          text={mine}
          onTake={() => void props.onTakeMine().catch(toastFailed)}
        />
        <Side
          label={t('conflict.original')}
          text={original}
          onTake={() => void props.onTakeOriginal().catch(toastFailed)}
        />
      </ul>
    </section>
  );
}

type SideProps = { label: string; text: ReactNode; onTake: () => void };

function Side({ label, text, onTake }: SideProps) {
  const t = useText('common');
  const id = useId();
  return (
    <li className={classes.side}>
      <div className={classes.words}>
        <span className={classes.label}>{label}</span>
        <span className={classes.text} id={id}>
          {text}
        </span>
      </div>
      <Button
        size="xs"
        variant="default"
        aria-label={t('conflict.take', { which: label })}
        aria-describedby={id}
        onClick={onTake}
      >
        {t('conflict.choose')}
      </Button>
    </li>
  );
}
