// Bundles one TypeScript program so that a test can run it as a process of its own. Arguments: source file, file to write.
// Packages stay outside, so the written file must lie inside the repository.
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const [, , input, file] = process.argv;
const tsconfig = join(dirname(fileURLToPath(import.meta.url)), '../../apps/api/tsconfig.json');
const OURS = /^(\.|\0|@fashen\/|@oxc-project\/runtime)/;

await build({
  input,
  platform: 'node',
  tsconfig,
  logLevel: 'warn',
  external: (id, importer) => importer !== undefined && !isAbsolute(id) && !OURS.test(id),
  output: { file, format: 'esm', codeSplitting: false },
});
