import { Modal } from '@mantine/core';
import { useText } from '#client/i18n/use-text.ts';
import { type ComboItem, ComboList } from '#client/ui/combo-list.tsx';
import { useFocusBack } from '#client/ui/use-focus-back.ts';
import { type Findable, useFindables } from './use-findables.tsx';
import '#client/ui/dialog-styles.ts';
import classes from './find.module.css';

/** ⌘K: where to go and what to do, by typing a part of it. */
export function Find({ onClose }: { onClose: () => void }) {
  const t = useText('app');
  useFocusBack();
  const findables = useFindables();
  function choose(id: string) {
    onClose();
    findables.find((findable) => findable.id === id)?.run();
  }
  return (
    <Modal.Root opened onClose={onClose} size={520} yOffset="12dvh">
      <Modal.Overlay />
      <Modal.Content aria-label={t('find.label')}>
        <Modal.Body p={8} className={classes.body}>
          <ComboList
            label={t('find.label')}
            placeholder={t('find.placeholder')}
            nothing={t('find.nothing')}
            itemsFor={(typed) => findables.filter(({ matches }) => matches(typed)).map(itemOf)}
            onChoose={choose}
          />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function itemOf({ id, group, icon, label, hint }: Findable): ComboItem {
  return {
    id,
    group,
    content: (
      <>
        <span className={classes.icon}>{icon}</span>
        <span className={classes.label}>{label}</span>
        <span className={classes.hint}>{hint}</span>
      </>
    ),
  };
}
