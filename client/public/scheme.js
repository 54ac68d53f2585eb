// Runs before the first paint, so that a dark page never flashes white. The same key as client/ui/scheme.ts.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('haru.scheme');
  } catch {
    // storage is closed in some private windows: follow the system
  }
  const isDark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = isDark ? 'dark' : 'light';
  document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
  document.documentElement.style.background = isDark ? '#101217' : '#f6f7f9';
})();
