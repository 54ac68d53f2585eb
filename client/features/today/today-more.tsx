import { Link } from '@tanstack/react-router';
import classes from './today-more.module.css';

/** From a block to the screen that has all of it. */
export function TodayMore({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className={classes.more}>
      {children}
    </Link>
  );
}
