import type { CalledName, Colleague } from './called-names.ts';
import { PersonTag } from './person-tag.tsx';
import classes from './unplaced-name.module.css';

const MOST_OFFERED = 6;

type Props = {
  /** What is wrong with the name. */
  says: string;
  /** Whom it may mean; nobody when none of them can be chosen. */
  candidates: CalledName['candidates'];
  onPick: (person: Colleague) => void;
};

/** A name in a line that found nobody, or several: says so, and lets one of them be chosen. */
export function UnplacedName({ says, candidates, onPick }: Props) {
  return (
    <div className={classes.unplaced}>
      <output>{says}</output>
      {candidates.slice(0, MOST_OFFERED).map((person) => (
        <button
          key={person.id}
          type="button"
          className={classes.candidate}
          onClick={() => onPick(person)}
        >
          <PersonTag id={person.id} />
        </button>
      ))}
    </div>
  );
}
