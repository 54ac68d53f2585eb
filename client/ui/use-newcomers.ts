import { useState } from 'react';

type Known = { ids: readonly string[]; come: readonly string[] };
const NOBODY: Known = { ids: [], come: [] };

/** Those that came with the last change of the list; none when something only went. */
export function useNewcomers(ids: readonly string[]): readonly string[] {
  const [known, setKnown] = useState(NOBODY);
  if (ids.join() === known.ids.join()) return known.come;
  const come = ids.filter((id) => !known.ids.includes(id));
  setKnown({ ids, come });
  return come;
}
