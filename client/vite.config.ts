import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  cacheDir: fileURLToPath(new URL('../.cache/vite', import.meta.url)),
  build: {
    outDir: fileURLToPath(new URL('../dist/client', import.meta.url)),
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // a data: URL would need a hole in the content security policy
    reportCompressedSize: false,
    chunkSizeWarningLimit: 600, // kB before compression; `npm run check` holds what is sent
    rolldownOptions: {
      output: {
        // Left alone, every small shared module becomes a file of its own: the first load was 90 files and 30 kB more.
        codeSplitting: {
          groups: [
            { name: 'libraries', test: /node_modules/, tags: ['$initial'], priority: 3 },
            {
              name: 'base',
              test: /client[\\/](?!main\.tsx|index\.html)/,
              tags: ['$initial'],
              priority: 2,
            },
          ],
        },
      },
    },
  },
});
