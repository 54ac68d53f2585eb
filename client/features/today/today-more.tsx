import { Link } from '@tanstack/react-router';
import classes from './today-more.module.css';

type Props = {
  to: string;
  /** The filters there. */
  search?: Record<string, unknown>;
  children: string;
};

/** From a block to the screen that has all of it. */
export function TodayMore({ to, search = {}, children }: Props) {
  return (
    <Link to={to} search={search} className={classes.more}>
      {children}
    </Link>
  );
}
