import 'reflect-metadata';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { armFailpoint } from '@fashen/database';
import { placesBeside, type RunningServer, startServer } from './boot/start-server';
import { readConfig } from './config';
import { plugins } from './plugins';

/** Ends the process cleanly when it is told to, or when whoever started it is gone. */
function stopWhenTold(server: RunningServer, stopSeconds: number): void {
  const stop = (): void => {
    setTimeout(() => process.exit(1), stopSeconds * 1000).unref();
    server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (process.connected) process.on('disconnect', stop);
}

async function main(): Promise<void> {
  const config = readConfig(plugins);
  const server = await startServer(config, plugins, placesBeside(dirname(fileURLToPath(import.meta.url))));
  stopWhenTold(server, config.stopSeconds);
  armFailpoint(config.failpoint);
  process.stdout.write(server.greeting);
  process.send?.({ kind: 'listening', url: server.url });
}

main().catch((error: unknown) => {
  process.stderr.write(`\nFashen cannot start: ${error instanceof Error ? error.message : String(error)}\n\n`);
  process.exit(1);
});
