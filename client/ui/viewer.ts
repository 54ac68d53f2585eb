import { createContext, useContext } from 'react';
import type { Viewer } from '#server/viewer.ts';

export const ViewerContext = createContext<Viewer | null>(null);

/** Whoever is signed in. Only below the sign-in gate. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (viewer === null) throw new Error('useViewer is used outside the sign-in gate.');
  return viewer;
}
