// Signs in as a browser does: name and password, then the cookie. What comes back is that person's connection.
import { type Connection, connect } from '#scripts/client/connect.ts';
import { DEMO_PASSWORD } from '#server/demo/demo-office.ts';
import type { Me } from '#server/people/people.schema.ts';
import { DemoRefused } from './demo-refused.ts';
import type { ServerAddress } from './server-address.ts';

export type Desk = { me: Me; haru: Connection };

/** Throws DemoRefused when the server knows nobody of that name and the demo's password. */
export async function signIn(
  { origin, page }: ServerAddress,
  username: string,
  onEnded: () => void,
): Promise<Desk> {
  const answer = await fetch(`${origin}/trpc/auth.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: page },
    body: JSON.stringify({ json: { username, password: DEMO_PASSWORD } }),
  });
  const [cookie = ''] = answer.headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '');
  if (answer.status >= 500) throw new Error(`Nobody can sign in right now (${answer.status}).`);
  if (!answer.ok || cookie === '') throw new DemoRefused(await whyNot(answer, username));
  const { result } = (await answer.json()) as SignInAnswer;
  const headers = { cookie, origin: page };
  return { me: result.data.json.viewer, haru: connect({ origin, headers, onEnded }) };
}

type SignInAnswer = { result: { data: { json: { viewer: Me } } } };

async function whyNot(answer: Response, username: string): Promise<string> {
  if (answer.status === 429) return `${username} has tried to sign in too often; wait a while.`;
  if (answer.status === 401)
    return `${username} cannot sign in: this database has other people than the demo company, or its password was changed.`;
  return `${username} cannot sign in (${answer.status}): ${await answer.text()}`;
}
