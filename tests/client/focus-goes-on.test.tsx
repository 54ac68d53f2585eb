import { act, render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { expect, test } from 'vitest';
import { useFocusGoesOn } from '#client/ui/use-focus-goes-on.ts';

function Row({ name }: { name: string }) {
  const row = useRef<HTMLLIElement>(null);
  useFocusGoesOn(row);
  return (
    <li ref={row}>
      <button type="button">{`done ${name}`}</button>
      <a href={`/${name}`}>{name}</a>
    </li>
  );
}

function List({ names }: { names: string[] }) {
  return (
    <div id="content" tabIndex={-1}>
      <input aria-label="elsewhere" />
      <ul>
        {names.map((name) => (
          <Row key={name} name={name} />
        ))}
      </ul>
    </div>
  );
}

test('the focus goes on to what comes into the place of a row, never to what acts on it', () => {
  const { rerender } = render(<List names={['a', 'b', 'c']} />);
  act(() => screen.getByRole('button', { name: 'done b' }).focus());
  rerender(<List names={['a', 'c']} />);
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'c' }));
  rerender(<List names={['a']} />);
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'a' }));
  rerender(<List names={[]} />);
  expect(document.activeElement?.id).toBe('content');
});

test('who is elsewhere stays there', () => {
  const { rerender } = render(<List names={['a', 'b']} />);
  act(() => screen.getByRole('textbox', { name: 'elsewhere' }).focus());
  rerender(<List names={['b']} />);
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'elsewhere' }));
});
