// The page begins here: the words first, then the app; the font's many ranges come beside it.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startWords } from './i18n/i18n.ts';

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root.');

void import('./ui/fonts.ts');
await startWords();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
