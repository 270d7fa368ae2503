// The server and its command-line programs: our code in one bundle, packages stay in node_modules.
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'rolldown';

const here = dirname(fileURLToPath(import.meta.url));
const PROGRAMS = {
  main: 'src/main.ts',
  'verify-record': 'src/verify-record.ts',
  bench: 'src/bench/main.ts',
  conformance: 'src/conformance/main.ts',
  soak: 'src/soak/main.ts',
  'soak-server': 'src/soak/server.ts',
};
// The helpers of compiled decorators are part of rolldown, not a package.
const OURS = /^(\.|\0|@fashen\/|@oxc-project\/runtime)/;

export default defineConfig({
  input: Object.fromEntries(
    Object.entries(PROGRAMS)
      .map(([name, file]) => [name, join(here, file)])
      .filter(([, file]) => existsSync(file)),
  ),
  platform: 'node',
  tsconfig: join(here, 'tsconfig.json'),
  external: (id, importer) => importer !== undefined && !isAbsolute(id) && !OURS.test(id),
  output: { dir: join(here, '../../dist/api'), format: 'esm', sourcemap: true, entryFileNames: '[name].js', cleanDir: true },
});
