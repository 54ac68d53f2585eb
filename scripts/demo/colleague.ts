// One person at work: signs in, does something every few seconds, answers who writes to them, goes home.
import { refusalIn } from '#scripts/client/refusal.ts';
import { type Act, answer, nextAct } from './acts.ts';
import { chance } from './choose.ts';
import { DemoRefused } from './demo-refused.ts';
import type { News } from './news.ts';
import type { ServerAddress } from './server-address.ts';
import { type Desk, signIn } from './sign-in.ts';
import { about, wait } from './wait.ts';

export type Office = { server: ServerAddress; news: News; goHome: AbortSignal };

const BETWEEN_ACTS_MS = 12_000;
const FIRST_ACT_MS = 1_500;
const SERVER_AWAY_MS = 3_000;
const SIGN_OUT_MS = 1_000;
const ANSWERS_PERCENT = 40;

export class Colleague {
  readonly #username: string;
  readonly #office: Office;
  #desk: Desk | null = null;
  /** Where somebody wrote last, until this person has answered there. */
  #heardIn: string | null = null;

  constructor(username: string, office: Office) {
    this.#username = username;
    this.#office = office;
  }

  /** Throws DemoRefused when they are not known here. */
  async arrive(): Promise<Desk> {
    if (this.#desk !== null) return this.#desk;
    const desk = await signIn(this.#office.server, this.#username, () => this.#forget());
    this.#desk = desk;
    this.#listen(desk);
    return desk;
  }

  /** Until all go home. */
  async workAfter(delayMs: number): Promise<void> {
    const { goHome } = this.#office;
    try {
      let pauseMs = delayMs + about(FIRST_ACT_MS);
      while (await wait(pauseMs, goHome)) pauseMs = await this.#workOnce();
    } catch (error) {
      if (!(error instanceof DemoRefused)) throw error;
      console.log(error.message);
    }
    await this.#leave();
  }

  /** How long they rest afterwards. */
  async #workOnce(): Promise<number> {
    const { news, goHome } = this.#office;
    try {
      const desk = await this.arrive();
      news.did(desk.me.name, await this.#chooseAct()(desk, goHome));
      return about(BETWEEN_ACTS_MS);
    } catch (error) {
      if (error instanceof DemoRefused) throw error;
      const refusal = refusalIn(error);
      if (refusal?.code === 'UNAUTHORIZED') this.#forget();
      if (refusal !== null) return about(BETWEEN_ACTS_MS);
      news.away();
      return about(SERVER_AWAY_MS);
    }
  }

  #chooseAct(): Act {
    const roomId = this.#heardIn;
    if (roomId === null || !chance(ANSWERS_PERCENT)) return nextAct();
    this.#heardIn = null;
    return (desk, goHome) => answer(desk, roomId, goHome);
  }

  #listen({ haru, me }: Desk): void {
    haru.chat.onChange.subscribe(undefined, {
      onData: ({ data: events }) => {
        for (const event of events) {
          const isFromOther =
            event.kind === 'message.posted' && event.data && event.data.authorId !== me.id;
          if (isFromOther) this.#heardIn = event.data.roomId;
        }
      },
    });
  }

  #forget(): void {
    void this.#desk?.haru.close();
    this.#desk = null;
  }

  async #leave(): Promise<void> {
    if (this.#desk === null) return;
    const { haru } = this.#desk;
    await haru.auth.signOut
      .mutate({}, { signal: AbortSignal.timeout(SIGN_OUT_MS) })
      .catch(goAnyway);
    await haru.close();
  }
}

/** Whoever cannot sign out because nobody answers is gone all the same. */
function goAnyway(error: unknown): void {
  const refusal = refusalIn(error);
  if (refusal !== null && refusal.code !== 'UNAUTHORIZED') console.error(String(error));
}
