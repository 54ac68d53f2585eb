/**
 * For what many events wish for: `act` runs at once, then at most once in `gapMs` for each key, and always once after
 * the last wish.
 */
export function spaced(act: (key: string) => void, gapMs: number): (key: string) => void {
  const isWishedAgain = new Map<string, boolean>();
  function wish(key: string): void {
    if (isWishedAgain.has(key)) {
      isWishedAgain.set(key, true);
      return;
    }
    isWishedAgain.set(key, false);
    setTimeout(() => {
      const isWished = isWishedAgain.get(key) === true;
      isWishedAgain.delete(key);
      if (isWished) wish(key);
    }, gapMs);
    act(key);
  }
  return wish;
}
