import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Page } from '#client/ui/page.tsx';
import classes from './admin-page.module.css';

const SECTIONS = ['people', 'teams', 'sessions', 'health'] as const;

type Props = {
  section: (typeof SECTIONS)[number];
  actions?: ReactNode;
  /** What narrows the list, above it. */
  tools?: ReactNode;
  detail?: ReactNode;
  children: ReactNode;
};

/** One of the admin screens, with the way to the others. */
export function AdminPage({ section, tools, children, ...page }: Props) {
  const t = useText('admin');
  return (
    <Page
      {...page}
      title={t(section)}
      tabTitle={`${t(section)} · ${t('title')}`}
      filters={
        <nav className={classes.sections} aria-label={t('sections')}>
          {SECTIONS.map((name) => (
            <Link
              key={name}
              to={`/admin/${name}`}
              className={classes.section}
              activeOptions={{ includeSearch: false }}
            >
              {t(name)}
            </Link>
          ))}
        </nav>
      }
    >
      {tools !== undefined && <div className={classes.tools}>{tools}</div>}
      {children}
    </Page>
  );
}
