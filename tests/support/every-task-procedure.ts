// A small valid input for every procedure about tasks; see every-procedure.ts.
import { newId } from '#server/new-id.ts';
import type { Office } from './every-procedure.ts';
import { linkedTask, task } from './office-things.ts';
import { storedFile } from './stored-file.ts';

const nothing = () => undefined;

export const taskInputs: Record<string, (office: Office) => unknown> = {
  'tasks.list': nothing,
  'tasks.counts': () => ({ filters: [{}, { mine: true }] }),
  'tasks.groups': () => ({ by: 'status' }),
  'tasks.get': async (office) => ({ id: await linkedTask(office) }),
  'tasks.create': ({ teamId }) => ({ id: newId(), title: '견적서', teamId }),
  'tasks.update': async (office) => ({
    id: await task(office),
    version: 1,
    patch: { title: '계약서' },
  }),
  'tasks.bulkUpdate': async (office) => ({
    ids: [await task(office)],
    patch: { status: 'doing', addLabels: ['견적'] },
  }),
  'tasks.activity': async (office) => ({ taskId: await task(office) }),
  'tasks.move': async (office) => ({ id: await task(office), status: 'doing' }),
  'tasks.remove': async (office) => ({ id: await task(office) }),
  'tasks.restore': async (office) => {
    const id = await task(office);
    await office.minsu.call.tasks.remove({ id });
    return { id };
  },
  'tasks.duplicate': async (office) => ({ id: await task(office), newId: newId() }),
  'tasks.attachFiles': async (office) => ({
    id: await task(office),
    fileIds: [await storedFile(office.app, office.minsu.id)],
  }),
  'tasks.detachFile': async (office) => {
    const id = await task(office);
    const fileId = await storedFile(office.app, office.minsu.id);
    await office.minsu.call.tasks.attachFiles({ id, fileIds: [fileId] });
    return { id, fileId };
  },
  'tasks.restoreFile': async (office) => {
    const id = await task(office);
    const fileId = await storedFile(office.app, office.minsu.id);
    await office.minsu.call.tasks.attachFiles({ id, fileIds: [fileId] });
    await office.minsu.call.tasks.detachFile({ id, fileId });
    return { id, fileId };
  },
  'tasks.trash': nothing,
  'tasks.unseen': nothing,
  'tasks.markSeen': async (office) => ({ ids: [await task(office)] }),
  'tasks.comments': async (office) => ({ taskId: await task(office) }),
  'tasks.addComment': async (office) => ({ id: newId(), taskId: await task(office), body: '네' }),
  'tasks.onChange': nothing,
};
