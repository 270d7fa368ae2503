import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The properties panel draws with its own Preact, which has no entry for development builds. */
const panelPreact = '@bpmn-io/properties-panel/preact';

/** Loaded lazily; without this list the first visit in development reloads the page. */
const lazilyLoaded = [
  '@bpmn-io/form-js-viewer',
  '@bpmn-io/properties-panel',
  `${panelPreact}/jsx-runtime`,
  'bpmn-js-properties-panel',
  'bpmn-js/lib/Modeler',
  'bpmn-js/lib/NavigatedViewer',
  'dmn-js/lib/Modeler',
];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: `${root}.nx/vite`,
  plugins: [react({ exclude: [/\/libs\/modeler\//, /\/libs\/plugins\/[^/]+\/modeler\//] })],
  resolve: {
    alias: [
      { find: /^@fashen\/(.*)$/, replacement: `${root}libs/$1/index.ts` },
      { find: `${panelPreact}/jsx-dev-runtime`, replacement: `${panelPreact}/jsx-runtime` },
    ],
  },
  optimizeDeps: { include: lazilyLoaded },
  build: {
    outDir: `${root}dist/web`,
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 3000,
    reportCompressedSize: false,
    // Entries of our libraries only name what others use: a page that takes one thing does not load the rest.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /\/libs\/.*\/index\.ts$/, sideEffects: false }] } },
  },
  server: {
    fs: { allow: [root] },
    // The server refuses writes that come from another origin, so the browser's Host goes on as it is.
    proxy: { '/api': { target: process.env.FASHEN_API_URL ?? 'http://127.0.0.1:3000', changeOrigin: false } },
  },
});
