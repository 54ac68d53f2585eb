import { act, render, screen } from '@testing-library/react';
import { useEffect } from 'react';
import { expect, test } from 'vitest';
import { useRowFocus } from '#client/features/tasks/use-row-focus.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';

function List({ ids }: { ids: string[] }) {
  const focus = useRowFocus(ids.map((id) => ({ id }) as TaskItem));
  useEffect(() => {
    if (focus.wanted !== null)
      document.querySelector<HTMLElement>(`[data-task="${focus.wanted}"]`)?.focus();
  }, [focus.wanted]);
  return (
    <>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <button type="button" data-task={id} onFocus={() => focus.set(id)}>
              {id}
            </button>
          </li>
        ))}
      </ul>
      <input aria-label="elsewhere" />
      <output>{focus.task?.id}</output>
    </>
  );
}

test('the focus goes on to what came into the place of a row that went', () => {
  const { rerender } = render(<List ids={['a', 'b', 'c']} />);
  act(() => screen.getByRole('button', { name: 'b' }).focus());

  rerender(<List ids={['a', 'c']} />);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'c' }));
  rerender(<List ids={['a']} />);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'a' }));
});

test('somebody who is typing elsewhere keeps the focus there, and the keys are for no task', () => {
  const { rerender } = render(<List ids={['a', 'b']} />);
  act(() => screen.getByRole('button', { name: 'a' }).focus());
  act(() => screen.getByRole('textbox', { name: 'elsewhere' }).focus());

  rerender(<List ids={['b']} />);
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'elsewhere' }));
  expect(screen.getByRole('status').textContent).toBe('');
});
