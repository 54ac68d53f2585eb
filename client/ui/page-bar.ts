import { createContext, useContext } from 'react';

/** The element in the shell's top bar where the page puts its title and actions; null before the shell is drawn. */
export const PageBarContext = createContext<HTMLElement | null>(null);

export function usePageBar(): HTMLElement | null {
  return useContext(PageBarContext);
}
