// Every query whose answer says how new it is has a handler that keeps it so. The compiler holds the map to the router.
import type { AppRouter } from '#server/app.ts';
import type { ChangeEvent } from '#server/live/live.schema.ts';

type Query = { _def: { type: 'query'; $types: { input: unknown; output: unknown } } };

/** All queries of a router as `{ path, input, answer }`. */
type Queries<Records, Prefix extends string = ''> = {
  [Name in keyof Records & string]: Records[Name] extends Query
    ? {
        path: `${Prefix}${Name}`;
        input: Records[Name]['_def']['$types']['input'];
        answer: Records[Name]['_def']['$types']['output'];
      }
    : Records[Name] extends { _def: { type: string } }
      ? never
      : Queries<Records[Name], `${Prefix}${Name}.`>;
}[keyof Records & string];

type LiveQuery = Extract<Queries<AppRouter['_def']['record']>, { answer: { asOf: string } }>;

export type LivePath = LiveQuery['path'];
export type InputOf<P extends LivePath> = Extract<LiveQuery, { path: P }>['input'];
export type AnswerOf<P extends LivePath> = Extract<LiveQuery, { path: P }>['answer'];

/** Who is looking, and when. */
export type LiveContext = {
  viewer: { id: string; role: 'staff' | 'admin'; teamId: string | null };
  now: Date;
};

/** What was asked, by whom, and what time it is. */
type Question<Input> = LiveContext & { input: Input };

/**
 * The answer as a fresh one would be after `event`; the same object when it changes nothing; 'ask again' when only the
 * server can tell. Pure.
 */
type LiveHandler<Input, Answer> = (
  answer: Answer,
  event: ChangeEvent,
  question: Question<Input>,
) => Answer | 'ask again';

export type LiveHandlers = { [P in LivePath]: LiveHandler<InputOf<P>, AnswerOf<P>> };

/** A handler without its types, as the store runs it. */
export type AnyHandler = (
  answer: unknown,
  event: ChangeEvent,
  question: Question<unknown>,
) => unknown;
