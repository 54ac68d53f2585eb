import type { CSSProperties } from 'react';
import type { PresenceState } from '#server/presence/presence.schema.ts';
import { useText } from '#client/i18n/use-text.ts';
import { hueOf, initialsOf } from './initials.ts';
import { VisuallyHidden } from './visually-hidden.tsx';
import classes from './avatar.module.css';

type Props = {
  person: { id: string; name: string };
  /** In pixels. */
  size?: number;
  /** Undefined draws no mark. */
  presence?: PresenceState | undefined;
  /** False where the name stands beside it anyway. */
  isNamed?: boolean;
};

export function Avatar({ person, size = 24, presence, isNamed = true }: Props) {
  const t = useText('common');
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--size': `${size}px`,
    '--hue': String(hueOf(person.id)),
  };
  return (
    <span className={classes.avatar} style={style} title={isNamed ? person.name : undefined}>
      <span aria-hidden="true">{initialsOf(person.name)}</span>
      {isNamed && <VisuallyHidden>{person.name}</VisuallyHidden>}
      {presence !== undefined && (
        <span className={classes.presence} data-state={presence}>
          <VisuallyHidden>{t(presence)}</VisuallyHidden>
        </span>
      )}
    </span>
  );
}
