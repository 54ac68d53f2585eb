import type { WriteTx } from '#db/database.ts';
import type { PromotionRow } from '../promotions/promotions.row.ts';
import { insertPromotion } from '../promotions/promotions.store.ts';
import { addDays, seoulDay } from '../seoul.schema.ts';
import type { DemoOffice } from './demo-people.ts';
import { PROMOTION_CATEGORIES, PROMOTION_CHANNELS, PROMOTION_TITLES } from './demo-words.ts';

const PROMOTIONS = 45;

/** Over, running, ending today or tomorrow, starting today, to come, and some stopped or open-ended. */
export async function insertPromotions(tx: WriteTx, office: DemoOffice): Promise<void> {
  for (let at = 0; at < PROMOTIONS; at += 1) await insertPromotion(tx, demoPromotion(office, at));
}

function demoPromotion({ people, random, now }: DemoOffice, at: number): PromotionRow {
  const today = seoulDay(now);
  const marketing = people.filter((person) => person.teamId === people[1]?.teamId);
  const owner = random.of(marketing);
  const [startsIn, days] = [
    [0, 7],
    [-6, 7],
    [-5, 5],
    [-3, 14],
    [3, 10],
  ][at] ?? [random.int(70) - 40, 3 + random.int(20)];
  const startsOn = addDays(today, startsIn ?? 0);
  const title = `${PROMOTION_TITLES[at % PROMOTION_TITLES.length] ?? ''}${at >= PROMOTION_TITLES.length ? ` ${Math.floor(at / PROMOTION_TITLES.length) + 1}차` : ''}`;
  return {
    id: random.id(),
    title,
    body: `${title} 진행 안내입니다. 문의는 담당자에게 부탁드려요.`,
    category: random.of(PROMOTION_CATEGORIES),
    channels: random.some(PROMOTION_CHANNELS, 1 + random.int(3)),
    startsOn: at % 19 === 18 ? null : startsOn,
    endsOn: at % 13 === 12 ? null : addDays(startsOn, days ?? 7),
    ownerId: owner.id,
    creatorId: owner.id,
    resultNote: '',
    stoppedAt: at % 17 === 16 ? now : null,
    version: 1,
    fieldVersions: {},
    createdAt: now,
    updatedAt: now,
    removedAt: null,
    removedById: null,
  };
}
