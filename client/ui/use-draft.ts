// What somebody is writing, kept in the browser until it has been sent: it outlives a failure, a reload and a
// restart of the server. Drafts belong to a person; signing out forgets them.
import { useCallback, useState } from 'react';
import { useViewer } from './viewer.ts';

const PREFIX = 'haru.draft.';

type Draft = {
  text: string;
  setText: (text: string) => void;
  /** After it was sent. */
  clear: () => void;
};

/** `place` names where: `chat:<roomId>`, `task-comment:<taskId>`. */
export function useDraft(place: string, initial = ''): Draft {
  const key = `${useViewer().id}.${place}`;
  const [state, setState] = useState(() => ({ key, text: readDraft(key) ?? initial }));
  const current = state.key === key ? state : { key, text: readDraft(key) ?? initial };
  if (current !== state) setState(current);
  const setText = useCallback(
    (text: string) => {
      setState({ key, text });
      writeDraft(key, text === initial ? null : text);
    },
    [key, initial],
  );
  const clear = useCallback(() => {
    setState({ key, text: initial });
    writeDraft(key, null);
  }, [key, initial]);
  return { text: current.text, setText, clear };
}

export function forgetDrafts(): void {
  const storage = openStorage();
  if (storage === null) return;
  for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
}

export function readDraft(key: string): string | null {
  return openStorage()?.getItem(PREFIX + key) ?? null;
}

export function writeDraft(key: string, text: string | null): void {
  try {
    if (text === null || text === '') openStorage()?.removeItem(PREFIX + key);
    else openStorage()?.setItem(PREFIX + key, text);
  } catch {
    return; // the storage is full: the text still stands in its field
  }
}

function openStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null; // closed in some private windows
  }
}
