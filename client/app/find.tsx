import { Modal } from '@mantine/core';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { FindBox, type FindItem, type FindKind } from '#client/features/search/find-box.tsx';
import { useText } from '#client/i18n/use-text.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
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
  const { items, isOnItsWay, error, retry } = useFindItems(typed, kind);
  function choose(item: FindItem, inNewTab: boolean) {
    onClose();
    if (inNewTab && item.href !== null) window.open(item.href, '_blank', 'noopener');
    else item.run();
  }
  const hasFailed = error !== null && !isOnItsWay;
  const isEmpty = items.length === 0 && !isOnItsWay && !hasFailed;
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
            {isOnItsWay && items.length < 3 && <RowsSkeleton rows={3} height={36} />}
            {hasFailed && <Failure error={error} onRetry={retry} />}
            {isEmpty && <EmptyState icon={SearchX} title={t('nothing')} text={t('nothingText')} />}
          </FindBox>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
