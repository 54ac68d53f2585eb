import { UsersRound } from 'lucide-react';
import { Avatar } from './avatar.tsx';
import type { Mentionable } from './mention-query.ts';
import { useText } from '#client/i18n/use-text.ts';
import { usePeople } from './people.ts';
import classes from './mention-list.module.css';

type Props = {
  id: string;
  items: readonly Mentionable[];
  /** The one that Enter takes. */
  at: number;
  onPick: (item: Mentionable) => void;
};

/** The names that are offered, above the field. */
export function MentionList({ id, items, at, onPick }: Props) {
  const t = useText('common');
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a <select> holds no rows like these
    <div id={id} role="listbox" aria-label={t('names')} className={classes.list}>
      {items.map((item, index) => (
        <button
          key={item.id}
          type="button"
          id={`${id}-${item.id}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <option> holds no picture
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          ref={(element) => {
            if (index === at) element?.scrollIntoView({ block: 'nearest' });
          }}
          className={classes.item}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(item)}
        >
          <Candidate item={item} />
        </button>
      ))}
    </div>
  );
}

function Candidate({ item }: { item: Mentionable }) {
  const t = useText('common');
  const { personOf, teamOf } = usePeople();
  const person = personOf(item.id);
  const team = person === undefined || person.teamId === null ? undefined : teamOf(person.teamId);
  return (
    <>
      {person === undefined ? (
        <span className={classes.everybody}>
          <UsersRound size={13} aria-hidden="true" />
        </span>
      ) : (
        <Avatar person={person} size={22} isNamed={false} />
      )}
      <span className={classes.name}>{item.name}</span>
      <span className={classes.beside}>
        {person === undefined ? t('everybodyHere') : team?.name}
      </span>
    </>
  );
}
