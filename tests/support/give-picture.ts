import type { Locator } from 'playwright-core';

/** Draws a picture of 900 × 600 in the page (a slope of colours is no small PNG), and pastes or drops it there. */
export async function givePicture(
  target: Locator,
  { how, name }: { how: 'paste' | 'drop'; name: string },
): Promise<void> {
  await target.evaluate(
    async (element, given) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [900, 600];
      const pen = canvas.getContext('2d');
      const colours = pen?.createLinearGradient(0, 0, 900, 600);
      colours?.addColorStop(0, '#4f46e5');
      colours?.addColorStop(1, '#f59e0b');
      if (pen !== null && colours !== undefined) pen.fillStyle = colours;
      pen?.fillRect(0, 0, 900, 600);
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
      const data = new DataTransfer();
      data.items.add(new File([blob ?? ''], given.name, { type: 'image/png' }));
      const event =
        given.how === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
      element.dispatchEvent(event);
    },
    { how, name },
  );
}
