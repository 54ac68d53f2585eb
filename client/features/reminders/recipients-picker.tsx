import { useText } from '#client/i18n/use-text.ts';
import { usePeople } from '#client/ui/people.ts';
import { PersonPicker } from '#client/ui/person-picker.tsx';
import classes from './recipients-picker.module.css';

export type Recipients = { forUserIds: string[]; forTeamId: string | null };

type Props = { recipients: Recipients; onChange: (next: Recipients) => void };

/** People and at most one team; nobody means oneself. */
export function RecipientsPicker({ recipients, onChange }: Props) {
  const t = useText('reminders');
  const { teams } = usePeople();
  const { forUserIds, forTeamId } = recipients;
  const toggled = (id: string) =>
    forUserIds.includes(id) ? forUserIds.filter((other) => other !== id) : [...forUserIds, id];
  return (
    <>
      <fieldset aria-label={t('forTeam')} className={classes.teams}>
        {teams.map((team) => (
          <button
            key={team.id}
            type="button"
            className={classes.team}
            aria-pressed={team.id === forTeamId}
            onClick={() =>
              onChange({ forUserIds, forTeamId: team.id === forTeamId ? null : team.id })
            }
          >
            {team.name}
          </button>
        ))}
      </fieldset>
      <PersonPicker
        label={t('people')}
        chosenIds={forUserIds}
        onToggle={(id) => onChange({ forUserIds: toggled(id), forTeamId })}
      />
    </>
  );
}
