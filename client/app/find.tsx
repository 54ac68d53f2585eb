import { Modal } from '@mantine/core';
import { useState } from 'react';
import { FindBox, type FindItem, type FindKind } from '#client/features/search/find-box.tsx';
import { FindOutcome } from '#client/features/search/find-outcome.tsx';
import { useText } from '#client/i18n/use-text.ts';
import { useFocusBack } from '#client/ui/use-focus-back.ts';
import { useNarrow } from '#client/ui/use-narrow.ts';
import { useFindItems } from './use-find-items.tsx';
import '#client/ui/dialog-styles.ts';

/** ⌘K: everything there is to open and to do, by typing a part of it. */
export function Find({ onClose }: { onClose: () => void }) {
  const t = useText('find');
  useFocusBack();
  const isNarrow = useNarrow();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<FindKind>('all');
  const { items, isOnItsWay, error, retry, isOfLately } = useFindItems(typed, kind);
  function choose(item: FindItem, inNewTab: boolean) {
    onClose();
    if (inNewTab && item.href !== null) window.open(item.href, '_blank', 'noopener');
    else item.run();
  }
  return (
    <Modal.Root opened onClose={onClose} size={620} yOffset="10dvh" fullScreen={isNarrow}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('label')}>
        <Modal.Body p={0} h={isNarrow ? '100dvh' : undefined}>
          <FindBox
            typed={typed}
            onType={setTyped}
            kind={kind}
            onKind={setKind}
            items={items}
            onChoose={choose}
            onClose={onClose}
          >
            <FindOutcome
              rows={items.length}
              isOnItsWay={isOnItsWay}
              error={error}
              onRetry={retry}
              isOfLately={isOfLately}
            />
          </FindBox>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
