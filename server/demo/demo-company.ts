// A company to look around in: forty people, their tasks, talk, reminders and promotions, as of the day it is loaded.
import type { Position, WriteTx } from '#db/database.ts';
import { hashPassword } from '../auth/password-hash.ts';
import type { Deps } from '../deps.ts';
import { insertRooms } from './demo-chat.ts';
import { insertNotices } from './demo-notices.ts';
import { DEMO_PASSWORD } from './demo-office.ts';
import { insertPeople } from './demo-people.ts';
import { insertPromotions } from './demo-promotions.ts';
import { demoRandom } from './demo-random.ts';
import { insertReminders } from './demo-reminders.ts';
import { insertTasks } from './demo-tasks.ts';

/** `claim` is asked in the same write whether the database is still empty. */
export async function loadDemoCompany(
  deps: Pick<Deps, 'db'>,
  claim: (tx: WriteTx) => Promise<void>,
): Promise<{ asOf: Position }> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const { asOf } = await deps.db.write({ actorId: null }, async (tx) => {
    await claim(tx);
    const office = await insertPeople(tx, demoRandom('haru'), passwordHash);
    await insertTasks(tx, office);
    await insertNotices(tx, office);
    await insertRooms(tx, office);
    await insertReminders(tx, office);
    await insertPromotions(tx, office);
    tx.audit('setup.load_demo', { kind: 'setup', id: 'demo' }, { people: office.people.length });
  });
  return { asOf };
}
