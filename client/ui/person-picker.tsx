import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from './avatar.tsx';
import { type ComboItem, ComboList } from './combo-list.tsx';
import { matchesName } from './name-match.ts';
import { type Person, usePeople, usePresence } from './people.ts';
import { useViewer } from './viewer.ts';
import classes from './person-picker.module.css';

type Props = {
  /** Names the list: 담당자. */
  label: string;
  chosenIds: readonly string[];
  onToggle: (personId: string) => void;
  /** Offers "nobody" first. */
  onClear?: (() => void) | undefined;
  /** Narrows who may be chosen. */
  isEligible?: (person: Person) => boolean;
};

const NOBODY = 'nobody';

/** Find a colleague by name, 초성 or user name. Oneself and one's team come first. */
export function PersonPicker({ label, chosenIds, onToggle, onClear, isEligible }: Props) {
  const t = useText('common');
  const candidates = useCandidates(chosenIds);
  function itemsFor(typed: string): ComboItem[] {
    const people = candidates
      .filter((person) => isEligible?.(person) !== false && matchesName(person, typed))
      .map((person) => ({
        id: person.id,
        isChosen: chosenIds.includes(person.id),
        content: <Candidate person={person} />,
      }));
    const nobody = { id: NOBODY, isChosen: chosenIds.length === 0, content: <Nobody /> };
    return onClear !== undefined && typed === '' ? [nobody, ...people] : people;
  }
  return (
    <ComboList
      label={label}
      placeholder={t('findPerson')}
      nothing={t('nobodyFound')}
      itemsFor={itemsFor}
      onChoose={(id) => (id === NOBODY ? onClear?.() : onToggle(id))}
    />
  );
}

function Candidate({ person }: { person: Person }) {
  const t = useText('common');
  const viewer = useViewer();
  const { teamOf } = usePeople();
  const presence = usePresence();
  return (
    <>
      <Avatar person={person} size={22} isNamed={false} presence={presence.get(person.id)} />
      <span className={classes.name}>
        {person.name}
        {person.id === viewer.id && <span className={classes.me}>{t('me')}</span>}
      </span>
      <span className={classes.team}>{person.teamId !== null && teamOf(person.teamId)?.name}</span>
    </>
  );
}

function Nobody() {
  const t = useText('common');
  return (
    <>
      <span className={classes.nobody} />
      <span className={classes.name}>{t('nobody')}</span>
    </>
  );
}

/** Those already chosen stay visible even when they have left the company. */
function useCandidates(chosenIds: readonly string[]): Person[] {
  const viewer = useViewer();
  const { everybody } = usePeople();
  const rank = (person: Person) => {
    if (person.id === viewer.id) return 0;
    return person.teamId !== null && person.teamId === viewer.teamId ? 1 : 2;
  };
  return everybody
    .filter((person) => person.status === 'active' || chosenIds.includes(person.id))
    .toSorted((a, b) => rank(a) - rank(b));
}
