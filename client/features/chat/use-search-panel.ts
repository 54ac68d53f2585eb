// The search of the chat page: closed, or what is looked for. It stays while one reads what was found.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useNarrow } from '#client/ui/use-narrow.ts';
import type { FoundMessage } from '#server/chat/chat.search.schema.ts';
import type { Search } from './use-search.ts';

export function useSearchPanel() {
  const navigate = useNavigate();
  const isNarrow = useNarrow();
  const [search, setSearch] = useState<Search | null>(null);
  /** Another each time it is called for: the field takes the keyboard again. */
  const [call, setCall] = useState(0);

  function find(roomId?: string) {
    // On a phone the room covers the list, and with it the search.
    if (roomId !== undefined && isNarrow) void navigate({ to: '/chat' });
    const filters = roomId === undefined ? search?.filters : { ...search?.filters, roomId };
    setSearch({ text: search?.text ?? '', filters: { ...filters } });
    setCall(call + 1);
  }

  function openFound({ roomId, no }: FoundMessage) {
    void navigate({ to: '/chat/$roomId', params: { roomId }, search: { no } });
  }

  return { search, call, setSearch, find, close: () => setSearch(null), openFound };
}
