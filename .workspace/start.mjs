// `npm start`: from a fresh clone to a running Fashen.
import { runBuilt } from './run-built.mjs';

await runBuilt('main', process.argv.slice(2));
