import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from './avatar.tsx';
import { usePeople } from './people.ts';
import classes from './person-tag.module.css';

/** A colleague by id, with face and name; a former one is still called by name. */
export function PersonTag({ id, size = 20 }: { id: string; size?: number }) {
  const t = useText('common');
  const person = usePeople().personOf(id) ?? { id, name: t('unknownPerson') };
  return (
    <span className={classes.tag}>
      <Avatar person={person} size={size} isNamed={false} />
      <span className={classes.name}>{person.name}</span>
    </span>
  );
}
