// `npm run dev`: the server, built and started again after each change, and the web application with hot reload.
import { checkNode, install } from './prepare.mjs';
import { at } from './place.mjs';
import { launch, runNode, say } from './steps.mjs';

const SERVER = ['--enable-source-maps', at('dist/api/main.js')];
let server;
let restarting = Promise.resolve();

async function restartServer() {
  await server?.stop();
  server = launch(process.execPath, SERVER, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

async function watchServer() {
  const { watch } = await import('rolldown');
  const { default: config } = await import('../apps/api/rolldown.config.mjs');
  watch(config).on('event', async (event) => {
    if (event.code === 'BUNDLE_END') await event.result.close();
    if (event.code === 'ERROR') console.error(event.error.message);
    if (event.code === 'END') restarting = restarting.then(restartServer);
  });
}

checkNode();
await install();
say('server: built and started again after each change');
await watchServer();
say('web application: changes show at once');
process.exit(await runNode([at('node_modules/vite/bin/vite.js'), '-c', 'apps/web/vite.config.mjs']));
