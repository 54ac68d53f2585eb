// The browser's own notifications, as stories look at them.
import type { Page } from 'playwright-core';

type Recorded = { title: string; body: string; tag: string; isClosed: boolean };
type Recorder = {
  notes: (Recorded & { click: () => void })[];
  setFocus: (hasFocus: boolean) => void;
};

export const notesOf = (page: Page): Promise<Recorded[]> =>
  page.evaluate(() =>
    (window as unknown as Recorder).notes.map(({ title, body, tag, isClosed }) => ({
      title,
      body,
      tag,
      isClosed,
    })),
  );

/** The window loses the focus. */
export const lookAway = (page: Page) =>
  page.evaluate(() => (window as unknown as Recorder).setFocus(false));

/** As a click does, it also brings the window to the front. */
export const clickLastNote = (page: Page) =>
  page.evaluate(() => {
    const { notes, setFocus } = window as unknown as Recorder;
    setFocus(true);
    notes.at(-1)?.click();
  });

/** Runs in the page, in place of the browser's notifications and of the focus that a test's window always has. */
export function recordNotes(): void {
  const recorder = window as unknown as Recorder;
  recorder.notes = [];
  let hasFocus = true;
  document.hasFocus = () => hasFocus;
  recorder.setFocus = (next) => {
    hasFocus = next;
    window.dispatchEvent(new Event(next ? 'focus' : 'blur'));
  };
  class RecordedNotification extends EventTarget {
    static permission = 'granted';
    static requestPermission = () => Promise.resolve('granted');
    readonly #note: Recorded;
    constructor(title: string, { body, tag }: { body: string; tag: string }) {
      super();
      this.#note = { title, body, tag, isClosed: false };
      const click = () => void this.dispatchEvent(new Event('click'));
      recorder.notes.push(Object.assign(this.#note, { click }));
    }
    close() {
      this.#note.isClosed = true;
    }
  }
  Object.defineProperty(window, 'Notification', { value: RecordedNotification });
}
