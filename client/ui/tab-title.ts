// What the browser's tab says: the screen's name, and before it how much waits. The only place that sets it.
const NAME = '하루';

let screen: string | null = null;
let waiting = 0;

/** The name of the screen, without Haru's. */
export function setTabTitle(name: string): void {
  screen = name;
  write();
}

/** Nothing is said at 0. */
export function setTabCount(count: number): void {
  waiting = count;
  write();
}

export function tabTitle(name: string | null, count: number): string {
  const title = name === null ? NAME : `${name} · ${NAME}`;
  return count > 0 ? `(${countText(count)}) ${title}` : title;
}

/** 99+ above 99. */
export function countText(count: number): string {
  return count > 99 ? '99+' : String(count);
}

function write(): void {
  const title = tabTitle(screen, waiting);
  if (document.title !== title) document.title = title;
}
