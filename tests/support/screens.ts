// What somebody has open: answers kept current by events alone, as the web app keeps them, and held against fresh ones.
import { expect } from 'vitest';
import { liveHandlers } from '#client/app/live-handlers.ts';
import { type Answer, LiveStore } from '#client/live/live-store.ts';
import type { AnswerOf, AnyHandler, InputOf, LivePath } from '#client/live/live-types.ts';
import type { TestApp } from './test-app.ts';

type Open = { path: LivePath; input: unknown; answer: Answer | null };
type Person = Awaited<ReturnType<TestApp['person']>>;

/** A query to keep open; one that is refused (not theirs to see) stays open without an answer. */
export function screen<P extends LivePath>(
  path: P,
  input: InputOf<P>,
): { path: LivePath; input: unknown } {
  return { path, input };
}

export class Screens {
  readonly #app: TestApp;
  readonly #person: Person;
  readonly #open: Open[] = [];
  readonly #feed: ReturnType<Person['feed']>;
  readonly #store: LiveStore;
  #delivered = 0;
  #mustAskForAll = false;
  /** The paths that only the server could bring up to date, since the screens were opened. */
  readonly askedAgain = new Set<LivePath>();

  private constructor(app: TestApp, person: Person) {
    this.#app = app;
    this.#person = person;
    this.#feed = person.feed();
    this.#store = new LiveStore({
      handlers: new Map<string, AnyHandler>(
        Object.entries(liveHandlers as Record<string, AnyHandler>),
      ),
      viewer: person.viewer,
      now: () => app.clock.now(),
      cache: {
        update: (change) => this.#update(change),
        askAgainForAll: () => {
          this.#mustAskForAll = true;
        },
      },
    });
  }

  static async open(
    app: TestApp,
    person: Person,
    queries: { path: LivePath; input: unknown }[],
  ): Promise<Screens> {
    const screens = new Screens(app, person);
    for (const query of queries)
      screens.#open.push({ ...query, answer: await screens.#ask(query) });
    screens.#store.startAt(screens.#app.deps.hub.position);
    return screens;
  }

  /** Applies every event so far; then what the screens show must be what a fresh answer says. */
  async expectCurrent(): Promise<void> {
    const changes = await this.#feed.changes();
    const fresh = changes.slice(this.#delivered);
    this.#delivered = changes.length;
    if (fresh.length > 0) this.#store.receive(this.#feed.position ?? '', fresh);
    const answers = await Promise.all(this.#open.map((open) => this.#ask(open)));
    for (const [at, open] of this.#open.entries()) {
      const now = answers[at] ?? null;
      const isLost = this.#mustAskForAll || open.answer === null;
      if (isLost) open.answer = now;
      expect(
        withoutPosition(open.answer),
        `${open.path} ${JSON.stringify(open.input)} of ${this.#person.viewer.name}`,
      ).toEqual(withoutPosition(now));
    }
    this.#mustAskForAll = false;
  }

  /** What is shown now of all questions of a kind. */
  answersOf<P extends LivePath>(path: P): AnswerOf<P>[] {
    return this.#open.flatMap(({ path: asked, answer }) =>
      asked === path && answer !== null ? [answer as AnswerOf<P>] : [],
    );
  }

  async close(): Promise<void> {
    await this.#feed.close();
  }

  #update(change: (path: string, input: unknown, answer: Answer) => Answer | 'ask again'): void {
    for (const open of this.#open) {
      if (open.answer === null) continue;
      const next = change(open.path, open.input, open.answer);
      if (next === 'ask again') this.askedAgain.add(open.path);
      open.answer = next === 'ask again' ? null : next;
    }
  }

  async #ask({ path, input }: { path: LivePath; input: unknown }): Promise<Answer | null> {
    const procedure = path
      .split('.')
      .reduce<unknown>(
        (router, name) => (router as Record<string, unknown>)[name],
        this.#person.call,
      );
    try {
      return (await (procedure as (input: unknown) => Promise<unknown>)(input)) as Answer;
    } catch (error) {
      if (
        error instanceof Error &&
        'code' in error &&
        (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN')
      )
        return null;
      throw error;
    }
  }
}

function withoutPosition(answer: Answer | null): unknown {
  return answer === null ? null : { ...answer, asOf: null };
}
