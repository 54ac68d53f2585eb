import { Link } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { confirm } from '#client/ui/confirm.ts';
import { EditableText } from '#client/ui/editable-text.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { toastDone } from '#client/ui/toasts.ts';
import { useGlow } from '#client/ui/use-glow.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import type { PersonItem } from '#server/people/people.schema.ts';
import { TEAM_NAME_MAX, type TeamItem } from '#server/teams/teams.schema.ts';
import classes from './teams.module.css';

const MOST_FACES = 6;

type Props = {
  team: TeamItem;
  /** Former ones too: they count when the team is to go. */
  members: readonly PersonItem[];
  onRename: (name: string) => Promise<unknown>;
  onRemove: () => Promise<unknown>;
};

export function TeamRow({ team, members, onRename, onRemove }: Props) {
  const t = useText('admin');
  const row = useGlow<HTMLLIElement>(team.version, false);
  const [isRefused, setRefused] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { name } = team;

  async function remove() {
    setError(null);
    setRefused(members.length > 0);
    if (members.length > 0) return;
    const isSure = await confirm({
      title: t('teamList.removeTitle', { name }),
      text: t('teamList.removeText'),
      action: t('teamList.remove'),
      isDangerous: true,
    });
    if (!isSure) return;
    try {
      await onRemove();
      toastDone(t('teamList.removed', { name }));
    } catch (failure) {
      setError(failure);
    }
  }
  return (
    <li ref={row} className={classes.row}>
      <div className={classes.main}>
        <div className={classes.name}>
          <EditableText
            label={t('name')}
            value={name}
            maxLength={TEAM_NAME_MAX}
            isRequired
            onSave={onRename}
          />
        </div>
        <Members team={team} members={members} />
        <IconButton
          icon={Trash2}
          label={t('teamList.removeLabel', { name })}
          onClick={() => void remove()}
        />
      </div>
      {isRefused && members.length > 0 && (
        <Notice tone="warning">{t('teamList.hasMembers', { count: members.length })}</Notice>
      )}
      {error !== null && <Failure error={error} />}
    </li>
  );
}

function Members({ team, members }: Pick<Props, 'team' | 'members'>) {
  const t = useText('admin');
  const active = members.filter(({ status }) => status === 'active');
  const former = members.length - active.length;
  if (members.length === 0) return <span className={classes.count}>{t('teamList.noMembers')}</span>;
  const count =
    active.length > 0
      ? t('teamList.members', { count: active.length })
      : t('teamList.formerMembers', { count: former });
  return (
    <Link
      to="/admin/people"
      search={{ team: team.id, ...(active.length === 0 ? { status: 'inactive' } : {}) }}
      className={classes.members}
    >
      <VisuallyHidden>{t('teamList.showMembers', { name: team.name })}</VisuallyHidden>
      <span className={classes.faces} aria-hidden="true">
        {active.slice(0, MOST_FACES).map((person) => (
          <Avatar key={person.id} person={person} size={24} isNamed={false} />
        ))}
      </span>
      <span className={classes.count}>{count}</span>
    </Link>
  );
}
