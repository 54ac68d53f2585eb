export type SessionsSearch = {
  /** Whose. */
  person?: string;
};

export function sessionsSearch({ person }: Record<string, unknown>): SessionsSearch {
  return typeof person === 'string' && UUID.test(person) ? { person } : {};
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
