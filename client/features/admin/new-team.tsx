import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Failure } from '#client/ui/failure.tsx';
import { TEAM_NAME_MAX } from '#server/teams/teams.schema.ts';
import classes from './teams.module.css';

/** One line: Enter adds the team; refused, the name comes back with the reason below it. */
export function NewTeam({ onCreate }: { onCreate: (name: string) => Promise<unknown> }) {
  const t = useText('admin');
  const [name, setName] = useState('');
  const [error, setError] = useState<unknown>(null);
  async function add(event: FormEvent) {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return;
    setName('');
    setError(null);
    try {
      await onCreate(wanted);
    } catch (failure) {
      setName((typed) => (typed === '' ? wanted : typed));
      setError(failure);
    }
  }
  return (
    <form className={classes.new} onSubmit={(event) => void add(event)}>
      <div className={classes.line}>
        <Plus size={16} aria-hidden="true" />
        <input
          className={classes.field}
          aria-label={t('teamList.new')}
          placeholder={t('teamList.newName')}
          maxLength={TEAM_NAME_MAX}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {name !== '' && <span className={classes.hint}>{t('teamList.newHint')}</span>}
      </div>
      {error !== null && <Failure error={error} />}
    </form>
  );
}
