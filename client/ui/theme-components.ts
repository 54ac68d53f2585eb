// What every Mantine control of ours has in common: dense sizes, names for its icon-only parts, quick motion.
import type { MantineThemeComponents } from '@mantine/core';

export type ControlLabels = { close: string; clear: string; showPassword: string };

const quickly = { duration: 140, timingFunction: 'cubic-bezier(0.2, 0, 0, 1)' };
const floating = { shadow: 'var(--shadow)', radius: 'md' };

export function componentDefaults(labels: ControlLabels): MantineThemeComponents {
  const namedClose = { closeButtonProps: { 'aria-label': labels.close } };
  const namedClear = { clearButtonProps: { 'aria-label': labels.clear } };
  const input = { defaultProps: { size: 'xs' } };
  const clearable = { defaultProps: { size: 'xs', ...namedClear } };
  const dialog = {
    defaultProps: {
      ...namedClose,
      radius: 'md',
      shadow: 'var(--shadow)',
      overlayProps: { color: 'var(--veil)', backgroundOpacity: 1 },
      transitionProps: { transition: 'fade-up', ...quickly },
    },
    styles: {
      content: { background: 'var(--raised)' },
      header: { background: 'var(--raised)' },
      title: { fontWeight: 700, fontSize: 16 },
    },
  };
  return {
    Button: { defaultProps: { size: 'xs' }, styles: { root: { fontWeight: 500 } } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 30 } },
    CloseButton: { defaultProps: { 'aria-label': labels.close } },
    TextInput: input,
    Textarea: input,
    NumberInput: input,
    NativeSelect: input,
    PasswordInput: {
      defaultProps: {
        size: 'xs',
        visibilityToggleButtonProps: { 'aria-label': labels.showPassword, tabIndex: 0 },
      },
    },
    Select: clearable,
    MultiSelect: clearable,
    TagsInput: clearable,
    DateInput: clearable,
    DatePickerInput: clearable,
    DateTimePicker: clearable,
    TimeInput: input,
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      styles: { label: { fontSize: 13, fontWeight: 500, marginBottom: 4 } },
    },
    Checkbox: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'sm' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Modal: dialog,
    Drawer: dialog,
    Menu: { defaultProps: { ...floating, transitionProps: { transition: 'pop', ...quickly } } },
    Popover: { defaultProps: { ...floating, transitionProps: { transition: 'pop', ...quickly } } },
    Tooltip: {
      defaultProps: { openDelay: 400, transitionProps: { transition: 'fade', ...quickly } },
    },
    Notification: { defaultProps: namedClose },
    Skeleton: { defaultProps: { animate: true } },
  };
}
