import { Download, X } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { DropMenu } from '#client/ui/drop-menu.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import type { TaskFilter } from './tasks.search.ts';
import { useTaskExport } from './use-task-export.ts';
import classes from './tasks-page.module.css';

/** What the filters show, as a file; while it is made, how far it is and a way to stop. */
export function ExportButton({ filter }: { filter: TaskFilter }) {
  const t = useText('tasks');
  const { progress, start, cancel } = useTaskExport(filter);
  if (progress !== null) {
    return (
      <span className={classes.export}>
        <progress
          aria-label={t('export.running')}
          value={progress.done}
          max={Math.max(progress.total, 1)}
        />
        <IconButton icon={X} label={t('export.cancel')} variant="subtle" onClick={cancel} />
      </span>
    );
  }
  return (
    <DropMenu
      label={t('export.label')}
      align="end"
      items={[
        { label: t('export.csv'), onSelect: () => start('csv') },
        { label: t('export.json'), onSelect: () => start('json') },
      ]}
      renderButton={(button) => (
        <IconButton icon={Download} label={t('export.label')} variant="subtle" {...button} />
      )}
    />
  );
}
