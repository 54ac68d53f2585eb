import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { TaskChecklist } from '#client/features/tasks/task-checklist.tsx';
import type { ChecklistItem } from '#server/tasks/tasks.schema.ts';
import { renderApp } from '#tests/support/render.tsx';

/** A server that answers one list after the other, when it is told to. */
function slowServer() {
  const waiting: (() => void)[] = [];
  const stored: string[][] = [];
  function save(items: ChecklistItem[], show: (items: ChecklistItem[]) => void): Promise<boolean> {
    show(items);
    return new Promise((resolve) => {
      waiting.push(() => {
        stored.push(items.map(({ title }) => title));
        resolve(true);
      });
    });
  }
  return { stored, waiting, save, answer: () => waiting.shift()?.() };
}

function Checklist({ server }: { server: ReturnType<typeof slowServer> }) {
  const [items, setItems] = useState<ChecklistItem[]>([]);
  return (
    <TaskChecklist
      taskId="t1"
      items={items}
      isReadOnly={false}
      onSave={(next) => server.save(next, setItems)}
    />
  );
}

test('items entered faster than the server answers are stored one after the other', async () => {
  const server = slowServer();
  const { user } = renderApp(<Checklist server={server} />);
  const line = screen.getByRole('textbox', { name: '항목 추가' });
  await user.type(line, '하나{Enter}둘{Enter}셋{Enter}');
  for (const count of [1, 2, 3]) {
    await expect.poll(() => screen.getAllByRole('checkbox').length).toBe(count);
    server.answer();
    await expect.poll(() => server.stored.length).toBe(count);
  }
  expect(server.stored).toEqual([['하나'], ['하나', '둘'], ['하나', '둘', '셋']]);
});
