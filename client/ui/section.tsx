import { type ReactNode, type Ref, useId } from 'react';
import classes from './section.module.css';

type Props = {
  title: string;
  count?: number | undefined;
  description?: ReactNode;
  action?: ReactNode;
  /** Where a link may lead to. */
  place?: Ref<HTMLElement> | undefined;
  children: ReactNode;
};

/** A titled block; the title names it for screen readers. */
export function Section({ title, count, description, action, place, children }: Props) {
  const titleId = useId();
  return (
    <section
      ref={place}
      tabIndex={place === undefined ? undefined : -1}
      className={classes.section}
      aria-labelledby={titleId}
    >
      <div className={classes.head}>
        <h2 id={titleId} className={classes.title}>
          {title}
        </h2>
        {count !== undefined && <span className={classes.count}>{count}</span>}
        {action !== undefined && <div className={classes.action}>{action}</div>}
      </div>
      {description !== undefined && <p className={classes.description}>{description}</p>}
      {children}
    </section>
  );
}
