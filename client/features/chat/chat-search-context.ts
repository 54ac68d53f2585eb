import { createContext } from 'react';

/** Opens the search of the chat page, in one room if one is named. */
export const ChatSearchContext = createContext<(roomId?: string) => void>(() => {});
