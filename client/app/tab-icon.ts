// The icon in the browser's tab, and on the desktop where Haru is installed, with the number of what waits. Drawn only
// when the number on it changes.
import { countText } from '#client/ui/tab-title.ts';

const PLAIN = '/icon.svg';
const SIZE = 64;
const RED = '#e5484d';

let drawn = '';
let picture: Promise<HTMLImageElement> | null = null;

export async function setIconCount(count: number): Promise<void> {
  const text = count > 0 ? countText(count) : '';
  if (text === drawn) return;
  drawn = text;
  markApp(count);
  if (text === '') return setIcon(PLAIN, 'image/svg+xml');
  const image = await (picture ??= load()).catch(() => null);
  if (image === null) return tryAgainLater();
  const url = draw(image, text);
  if (drawn === text && url !== null) setIcon(url, 'image/png');
}

function load(): Promise<HTMLImageElement> {
  const image = new Image(SIZE, SIZE);
  image.src = PLAIN;
  return image.decode().then(() => image);
}

/** The server was away just then: with the next number. */
function tryAgainLater(): void {
  picture = null;
  drawn = '';
}

function draw(image: HTMLImageElement, text: string): string | null {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE;
  canvas.height = SIZE;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.drawImage(image, 0, 0, SIZE, SIZE);
  const width = text.length === 1 ? 40 : 52;
  pen.fillStyle = RED;
  pen.strokeStyle = '#fff';
  pen.lineWidth = 3;
  pen.beginPath();
  pen.roundRect(SIZE - width - 1, SIZE - 41, width, 40, 20);
  pen.fill();
  pen.stroke();
  pen.fillStyle = '#fff';
  pen.font = `700 ${text.length > 2 ? 24 : 31}px system-ui, sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(text, SIZE - 1 - width / 2, SIZE - 19);
  return canvas.toDataURL('image/png');
}

function setIcon(href: string, type: string): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (link === null) return;
  link.type = type;
  link.href = href;
}

/** Where Haru is installed; on plain http there is no such thing. */
function markApp(count: number): void {
  if (!('setAppBadge' in navigator)) return;
  const marked = count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge();
  marked.catch(() => undefined); // the system shows no badges
}
