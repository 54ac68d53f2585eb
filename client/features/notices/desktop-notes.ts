// Notifications of the browser: whether there can be any here, whether somebody wants them, and those that are shown.
const WANTED = 'haru.desktop-notices';

export type NoteState = 'on' | 'off' | 'denied' | 'insecure' | 'unavailable';

/** Wanted in this browser only: the permission is the browser's too. */
export function noteState(): NoteState {
  if (!window.isSecureContext) return 'insecure';
  if (!('Notification' in window)) return 'unavailable';
  if (Notification.permission === 'denied') return 'denied';
  return Notification.permission === 'granted' && isWanted() ? 'on' : 'off';
}

/** Asks, if the browser has not been asked; only ever when somebody turns it on. */
export async function wantNotes(isOn: boolean): Promise<NoteState> {
  try {
    if (isOn) localStorage.setItem(WANTED, 'on');
    else localStorage.removeItem(WANTED);
  } catch {
    return noteState(); // storage is closed in some private windows
  }
  if (isOn && noteState() === 'off') await Notification.requestPermission();
  return noteState();
}

function isWanted(): boolean {
  try {
    return localStorage.getItem(WANTED) === 'on';
  } catch {
    return false; // storage is closed in some private windows
  }
}

export type Note = { tag: string; title: string; body: string; onOpen: () => void };

/** One per `tag`: a newer one takes its place. Returns how to take it away. */
export function showNote({ tag, title, body, onOpen }: Note): () => void {
  const note = makeNote(title, { tag, body, icon: '/icon.svg', silent: true });
  if (note === null) return () => undefined;
  note.addEventListener('click', () => {
    note.close();
    window.focus();
    onOpen();
  });
  return () => note.close();
}

function makeNote(title: string, options: NotificationOptions): Notification | null {
  try {
    return new Notification(title, options);
  } catch (error) {
    // Android shows none without a service worker.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
