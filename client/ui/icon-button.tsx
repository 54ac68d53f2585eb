import { ActionIcon, type ActionIconProps } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import type { MouseEventHandler, Ref } from 'react';

type Props = Pick<ActionIconProps, 'variant' | 'color' | 'className' | 'disabled'> & {
  icon: LucideIcon;
  /** Its name, shown on hover and read out. */
  label: string;
  size?: number;
  /** Set when the button switches something on and off. */
  isPressed?: boolean | undefined;
  onClick?: MouseEventHandler<HTMLButtonElement>;
  ref?: Ref<HTMLButtonElement>;
};

export function IconButton({ icon: Icon, label, size = 30, isPressed, ...rest }: Props) {
  return (
    <ActionIcon
      type="button"
      size={size}
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      {...rest}
    >
      <Icon size={Math.round(size * 0.56)} strokeWidth={1.75} aria-hidden="true" />
    </ActionIcon>
  );
}
