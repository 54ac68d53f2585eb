// Draws a component as the signed-in app would: theme, words, a viewer and a directory, but no server.
import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { startWords } from '#client/i18n/i18n.ts';
import { PeopleContext, type Person } from '#client/ui/people.ts';
import { ViewerContext } from '#client/ui/viewer.ts';
import type { Me } from '#server/people/people.schema.ts';

await startWords();

const teams = [
  { id: 'team-1', name: '기획팀', version: 1 },
  { id: 'team-2', name: '영업팀', version: 1 },
];

const colleagues: Person[] = [
  person('minsu', '김민수', { teamId: 'team-1' }),
  person('seoyeon', '이서연', { teamId: 'team-2' }),
  person('jiyoung', '박지영', { teamId: 'team-1' }),
  person('gone', '최떠남', { status: 'inactive' }),
];

export const minsu: Me = {
  id: 'minsu',
  username: 'minsu',
  name: '김민수',
  role: 'staff',
  teamId: 'team-1',
  locale: 'ko',
  theme: 'system',
  enterSends: true,
  hasSound: true,
};

export function renderApp(content: ReactNode) {
  const user = userEvent.setup();
  const directory = {
    everybody: colleagues,
    teams,
    personOf: (id: string) => colleagues.find((one) => one.id === id),
    teamOf: (id: string) => teams.find((one) => one.id === id),
  };
  const view = render(content, {
    wrapper: ({ children }) => (
      <MantineProvider env="test">
        <ViewerContext value={minsu}>
          <PeopleContext value={directory}>{children}</PeopleContext>
        </ViewerContext>
      </MantineProvider>
    ),
  });
  return { ...view, user };
}

function person(id: string, name: string, rest: Partial<Person>): Person {
  return {
    id,
    name,
    username: id,
    role: 'staff',
    teamId: null,
    status: 'active',
    version: 1,
    ...rest,
  };
}
