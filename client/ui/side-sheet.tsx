import { Drawer } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent } from 'react';
import './dialog-styles.ts';
import classes from './side-sheet.module.css';

type Props = { title: string; isOpen: boolean; onClose: () => void; children: ReactNode };

/** Slides over the right edge for something short-lived: members, files, keys. Esc closes; focus returns. */
export function SideSheet({ title, isOpen, onClose, children }: Props) {
  // Not Mantine's own: it closes before a field or a menu inside can take the Esc for itself.
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onClose();
  }
  useEscOfNobody(isOpen, onClose);
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      closeOnEscape={false}
      onKeyDown={onKeyDown}
      title={title}
      position="right"
      size={360}
      classNames={{ content: classes.content, header: classes.header }}
      transitionProps={{ transition: 'slide-left', duration: 150 }}
    >
      {children}
    </Drawer>
  );
}

/** What had the focus may be gone, such as the row of somebody who was removed: then nothing inside hears the key. */
function useEscOfNobody(isOpen: boolean, onClose: () => void) {
  const onEsc = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    if (document.activeElement === document.body) onClose();
  });
  useEffect(() => {
    if (!isOpen) return;
    const listener = (event: globalThis.KeyboardEvent) => onEsc(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [isOpen]);
}
