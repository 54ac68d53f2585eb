import { useText } from '#client/i18n/use-text.ts';
import { Failure } from '#client/ui/failure.tsx';
import { Section } from '#client/ui/section.tsx';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import {
  type HealthId,
  type HealthStatement as Statement,
  JUDGED_FROM_READS,
} from '#server/admin/health.schema.ts';
import { AdminPage } from './admin-page.tsx';
import { CacheTable } from './cache-table.tsx';
import { HealthStatement } from './health-statement.tsx';
import { HealthSummary } from './health-summary.tsx';
import { useHealth } from './use-health.ts';
import classes from './health.module.css';

const GROUPS = [
  ['speed', ['api_p95', 'cache_hits', 'cpu', 'memory']],
  ['storage', ['database_size', 'event_log', 'disk_free']],
  ['connections', ['people_online', 'sockets']],
] as const satisfies readonly (readonly [string, readonly HealthId[]])[];

export function HealthPage() {
  const t = useText('admin');
  const { query, health, caches, valuesOf } = useHealth();
  const statementOf = (id: HealthId): Statement[] =>
    health?.items.filter((item) => item.id === id) ?? [];
  return (
    <AdminPage section="health">
      {query.error !== null && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && query.error === null && <RowsSkeleton rows={6} height={112} />}
      {health !== undefined && (
        <>
          <HealthSummary health={health} />
          {GROUPS.map(([name, ids]) => (
            <Section key={name} title={t(`healthList.${name}`)}>
              <ul className={classes.statements}>
                {ids.flatMap(statementOf).map((statement) => (
                  <HealthStatement
                    key={statement.id}
                    statement={statement}
                    values={valuesOf(statement.id)}
                  />
                ))}
              </ul>
            </Section>
          ))}
          <Section
            title={t('healthList.caches')}
            description={t('healthList.cachesText', { count: JUDGED_FROM_READS })}
          >
            {caches.error !== null && (
              <Failure error={caches.error} onRetry={() => void caches.refetch()} />
            )}
            {caches.data !== undefined && <CacheTable caches={caches.data.items} />}
          </Section>
        </>
      )}
    </AdminPage>
  );
}
