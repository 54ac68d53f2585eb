import { createContext, useContext } from 'react';
import type { Me } from '#server/people/people.schema.ts';

export const ViewerContext = createContext<Me | null>(null);

/** Whoever is signed in. Only below the sign-in gate. */
export function useViewer(): Me {
  const viewer = useContext(ViewerContext);
  if (viewer === null) throw new Error('useViewer is used outside the sign-in gate.');
  return viewer;
}
