import { useText } from '#client/i18n/use-text.ts';
import { type Hotkey, useHotkeys } from '#client/ui/hotkeys.ts';
import { Kbd } from '#client/ui/kbd.tsx';
import { SideSheet } from '#client/ui/side-sheet.tsx';
import { useFocusBack } from '#client/ui/use-focus-back.ts';
import classes from './keys-sheet.module.css';

/** `?`: the keys of the screen one is on first, then those that work everywhere. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const t = useText('app');
  useFocusBack();
  const groups = Map.groupBy(useHotkeys(), (hotkey) => hotkey.group);
  const everywhere = t('keys.group');
  const ordered = [...groups].toSorted(
    ([a], [b]) => Number(a === everywhere) - Number(b === everywhere),
  );
  return (
    <SideSheet title={t('keys.title')} isOpen onClose={onClose}>
      {ordered.map(([group, hotkeys]) => (
        <section key={group} className={classes.group}>
          <h3 className={classes.title}>{group}</h3>
          <KeyList hotkeys={hotkeys} />
        </section>
      ))}
    </SideSheet>
  );
}

function KeyList({ hotkeys }: { hotkeys: readonly Hotkey[] }) {
  return (
    <dl className={classes.list}>
      {[...Map.groupBy(hotkeys, ({ label }) => label)].map(([label, ways]) => (
        <div key={label} className={classes.row}>
          <dt>{label}</dt>
          {ways.map(({ keys }) => (
            <dd key={keys} className={classes.way}>
              <Kbd keys={keys} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
