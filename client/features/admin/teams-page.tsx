import { UsersRound } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { ListState } from '#client/ui/list-state.tsx';
import { AdminPage } from './admin-page.tsx';
import { NewTeam } from './new-team.tsx';
import { TeamRow } from './team-row.tsx';
import { useTeams } from './use-teams.ts';
import { useUsers } from './use-users.ts';
import classes from './teams.module.css';

export function TeamsPage() {
  const t = useText('admin');
  const { query, teams, createTeam, renameTeam, removeTeam } = useTeams();
  const { users } = useUsers();
  return (
    <AdminPage section="teams">
      <NewTeam onCreate={createTeam} />
      <ListState
        query={query}
        isEmpty={teams.length === 0}
        empty={{ icon: UsersRound, title: t('teamList.empty'), text: t('teamList.emptyText') }}
      >
        <ul className={classes.list} aria-label={t('teams')}>
          {teams.map((team) => (
            <TeamRow
              key={team.id}
              team={team}
              members={users.filter(({ teamId }) => teamId === team.id)}
              onRename={(name) => renameTeam(team, name)}
              onRemove={() => removeTeam(team)}
            />
          ))}
        </ul>
      </ListState>
    </AdminPage>
  );
}
