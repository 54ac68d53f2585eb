import type { ReactNode } from 'react';
import classes from './screen-message.module.css';

type Props = { title: string; text: string; action?: ReactNode };

/** A whole screen that has only one thing to say. */
export function ScreenMessage({ title, text, action }: Props) {
  return (
    <div className={classes.screen} role="alert">
      <img src="/icon.svg" alt="" width={40} height={40} />
      <h1 className={classes.title}>{title}</h1>
      <p className={classes.text}>{text}</p>
      {action}
    </div>
  );
}
