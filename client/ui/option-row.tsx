import type { MouseEvent, ReactNode } from 'react';

type Props = {
  id: string;
  /** What Enter would choose; it comes into sight. */
  isActive: boolean;
  isSelected?: boolean;
  className: string | undefined;
  onPoint?: () => void;
  onChoose: (event: MouseEvent) => void;
  children: ReactNode;
};

/** A row of a list that is chosen from by the field above, which keeps the keyboard; the row is named by its id. */
export function OptionRow({ id, isActive, isSelected, className, ...props }: Props) {
  const { onPoint, onChoose, children } = props;
  return (
    <button
      type="button"
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <option> holds no picture
      role="option"
      tabIndex={-1}
      aria-selected={isSelected ?? isActive}
      data-active={isActive || undefined}
      className={className}
      ref={(element) => {
        if (isActive) element?.scrollIntoView({ block: 'nearest' });
      }}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={() => {
        if (!isActive) onPoint?.();
      }}
      onClick={onChoose}
    >
      {children}
    </button>
  );
}
