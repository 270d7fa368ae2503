// `npm run dev`: the server, built and started again after each change, and the web application with hot reload.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { checkNode, install } from './prepare.mjs';
import { at, root, runNode, say } from './steps.mjs';

let server;

async function restartServer() {
  if (server && server.exitCode === null) {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  server = spawn(process.execPath, ['--enable-source-maps', at('dist/api/main.js')], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
}

async function watchServer() {
  const { watch } = await import('rolldown');
  const { default: config } = await import('../apps/api/rolldown.config.mjs');
  const watcher = watch(config);
  watcher.on('event', (event) => {
    if (event.code === 'END') void restartServer();
    if (event.code === 'ERROR') console.error(event.error.message);
    if (event.code === 'BUNDLE_END') void event.result.close();
  });
}

checkNode();
await install();
say('server: rebuilt and restarted on change');
await watchServer();
say('web application: hot reload');
const code = await runNode([at('node_modules/vite/bin/vite.js'), '-c', 'apps/web/vite.config.mjs']);
server?.kill('SIGTERM');
process.exit(code);
