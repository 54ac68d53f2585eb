import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import './dialog-styles.ts';
import classes from './side-sheet.module.css';

type Props = { title: string; isOpen: boolean; onClose: () => void; children: ReactNode };

/** Slides over the right edge for something short-lived: members, files, keys. Esc closes; focus returns. */
export function SideSheet({ title, isOpen, onClose, children }: Props) {
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
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
