// What the tabs of this browser tell each other stands in their common storage; where that is closed, a tab is alone.
export function sharedShelf(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  try {
    localStorage.setItem('haru.shelf', '1');
    localStorage.removeItem('haru.shelf');
    return localStorage;
  } catch {
    return ownShelf();
  }
}

function ownShelf() {
  const texts = new Map<string, string>();
  return {
    getItem: (name: string) => texts.get(name) ?? null,
    setItem: (name: string, text: string) => void texts.set(name, text),
    removeItem: (name: string) => void texts.delete(name),
  };
}
