import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { usePageBar } from './page-bar.ts';
import { setTabTitle } from './tab-title.ts';
import { useMoreBeside } from './use-more-beside.ts';
import { useNarrow } from './use-narrow.ts';
import classes from './page.module.css';

type Props = {
  title: string;
  /** Shown in the browser's tab when it differs from the title, e.g. the room's name. */
  tabTitle?: string | undefined;
  /** The ways to show the same: beside the title, or first among the filters where a title needs the room. */
  views?: ReactNode;
  /** Buttons beside the title, the screen's one primary act last. */
  actions?: ReactNode;
  /** A row below the bar that stays while the content scrolls. */
  filters?: ReactNode;
  /** The second column (a DetailPanel); below 760 px it covers the page. */
  detail?: ReactNode;
  /** `reading` keeps lines short, `list` is the usual width, `full` takes what there is. */
  width?: 'reading' | 'list' | 'full';
  /** `none` when the children scroll by themselves (chat, board). */
  scroll?: 'page' | 'none';
  children: ReactNode;
};

/** One screen: its title goes into the shell's bar, its content scrolls on its own and keeps its place. */
export function Page({
  title,
  tabTitle,
  views,
  actions,
  filters,
  detail,
  width = 'list',
  scroll = 'page',
  children,
}: Props) {
  const bar = usePageBar();
  const filtersRow = useMoreBeside();
  const isNarrow = useNarrow();
  useEffect(() => {
    setTabTitle(tabTitle ?? title);
  }, [title, tabTitle]);
  return (
    <div className={classes.columns}>
      {bar !== null &&
        createPortal(
          <div className={classes.heading}>
            <h1 className={classes.title}>{title}</h1>
            <div className={classes.actions}>
              {!isNarrow && views}
              {actions}
            </div>
          </div>,
          bar,
        )}
      <div className={classes.main}>
        {filters !== undefined && (
          <div ref={filtersRow} className={classes.filters}>
            {isNarrow && views}
            {filters}
          </div>
        )}
        <div
          className={classes.content}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that the keyboard can scroll it
          tabIndex={scroll === 'page' ? 0 : undefined}
          data-scroll={scroll}
          data-scroll-restoration-id={`page:${title}`}
        >
          <div className={classes.inner} data-width={width}>
            {children}
          </div>
        </div>
      </div>
      {detail}
    </div>
  );
}
