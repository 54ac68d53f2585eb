// Colleagues who never give up: each act is sent again, with the same ids, until the server has answered it.
import { createTRPCClient, httpBatchLink, type TRPCClient } from '@trpc/client';
import { transformer } from '#client/api/transformer.ts';
import type { AppRouter } from '#server/app.ts';
import { newId } from '#server/new-id.ts';
import { TASK_STATUSES } from '#server/tasks/tasks.schema.ts';
import type { Colleague, Company } from './company.ts';
import { randomOf } from './random-of.ts';

export type Api = TRPCClient<AppRouter>;

/** Straight to the server, not over a line that is cut. */
export function apiOf(origin: string, { token }: Colleague): Api {
  const headers = { authorization: `Bearer ${token}` };
  return createTRPCClient<AppRouter>({
    links: [httpBatchLink<AppRouter>({ url: `${origin}/trpc`, transformer, headers })],
  });
}

const TRY_AGAIN_MS = 30;
/** Wins over whatever somebody else changed meanwhile. */
const NEWEST = 1_000_000;

export class BusyWriters {
  /** Every message that the server has taken. */
  readonly said: string[] = [];
  lastNo = 0;
  retries = 0;
  readonly #writers: Api[];
  readonly #company: Company;
  readonly #random: ReturnType<typeof randomOf>;
  readonly #taskIds: string[] = [];
  readonly #promotionIds: string[] = [];

  constructor(writers: Api[], company: Company, seed: number) {
    this.#writers = writers;
    this.#company = company;
    this.#random = randomOf(seed);
  }

  /** So many acts, by all of them at once. */
  async work(acts: number): Promise<void> {
    let left = acts;
    const toil = async (api: Api) => {
      while (left > 0) {
        left -= 1;
        await this.#act(api);
      }
    };
    await Promise.all(this.#writers.map(toil));
  }

  /** A last change that everybody sees; where it is in the log. */
  async finish(): Promise<string> {
    const [api] = this.#writers;
    if (api === undefined) throw new Error('nobody writes');
    return (await this.#newPromotion(api)).asOf;
  }

  async #act(api: Api): Promise<void> {
    const acts = [
      () => this.#say(api),
      () => this.#say(api),
      () => this.#say(api),
      () => this.#newTask(api),
      () => this.#changeTask(api),
      () => this.#changeTask(api),
      () => this.#moveTask(api),
      () => this.#newPromotion(api),
      () => this.#changePromotion(api),
    ];
    await this.#random.of(acts)();
  }

  async #say(api: Api): Promise<void> {
    const input = { id: newId(), roomId: this.#company.roomId, body: `말 ${this.said.length}` };
    const { item } = await this.#insist(() => api.chat.send.mutate(input));
    this.said.push(item.id);
    this.lastNo = Math.max(this.lastNo, item.no);
  }

  async #newTask(api: Api): Promise<void> {
    const input = { id: newId(), title: '견적서', teamId: this.#company.teamId };
    await this.#insist(() => api.tasks.create.mutate(input));
    this.#taskIds.push(input.id);
  }

  async #changeTask(api: Api): Promise<void> {
    const id = this.#random.of(this.#taskIds);
    if (id === undefined) return await this.#newTask(api);
    const { id: assigneeId } = this.#random.of(this.#company.colleagues).viewer;
    const input = { id, version: NEWEST, patch: { title: newId(), assigneeId } };
    await this.#insist(() => api.tasks.update.mutate(input));
  }

  async #moveTask(api: Api): Promise<void> {
    const id = this.#random.of(this.#taskIds);
    if (id === undefined) return await this.#newTask(api);
    const status = this.#random.of(TASK_STATUSES);
    await this.#insist(() => api.tasks.move.mutate({ id, status }));
  }

  async #newPromotion(api: Api): Promise<{ asOf: string }> {
    const category = this.#random.of(['할인', '증정']);
    const input = { id: newId(), title: '겨울 세일', category };
    const answer = await this.#insist(() => api.promotions.create.mutate(input));
    this.#promotionIds.push(input.id);
    return answer;
  }

  async #changePromotion(api: Api): Promise<void> {
    const id = this.#random.of(this.#promotionIds);
    if (id === undefined) return void (await this.#newPromotion(api));
    const input = { id, version: NEWEST, patch: { title: newId() } };
    await this.#insist(() => api.promotions.update.mutate(input));
  }

  async #insist<T>(send: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await send();
      } catch (error) {
        if (isRefusal(error)) throw error;
        this.retries += 1;
        await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
      }
    }
  }
}

/** Refused by the server, not just out of reach. */
export function isRefusal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'data' in error && Boolean(error.data);
}
