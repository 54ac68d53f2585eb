const GAP = 6;
const MARGIN = 8;

type Wish = { align: 'start' | 'end'; side: 'bottom' | 'top' };

/** Keeps a fixed panel beside a button and inside the window; returns how to stop. */
export function placeBeside(panel: HTMLElement, button: HTMLElement, wish: Wish): () => void {
  const place = () => placeOnce(panel, button.getBoundingClientRect(), wish);
  place();
  const observer = new ResizeObserver(place);
  observer.observe(panel);
  window.addEventListener('resize', place);
  return () => {
    observer.disconnect();
    window.removeEventListener('resize', place);
  };
}

function placeOnce(panel: HTMLElement, button: DOMRect, { align, side }: Wish): void {
  const above = button.top - GAP - MARGIN;
  const below = window.innerHeight - button.bottom - GAP - MARGIN;
  const needed = panel.scrollHeight;
  const isAbove =
    side === 'top' ? above >= needed || above > below : below < needed && above > below;
  const left = align === 'start' ? button.left : button.right - panel.offsetWidth;
  const rightmost = window.innerWidth - panel.offsetWidth - MARGIN;
  panel.style.left = `${Math.max(MARGIN, Math.min(left, rightmost))}px`;
  panel.style.maxHeight = `${isAbove ? above : below}px`;
  panel.style.top = isAbove ? 'auto' : `${button.bottom + GAP}px`;
  panel.style.bottom = isAbove ? `${window.innerHeight - button.top + GAP}px` : 'auto';
}
