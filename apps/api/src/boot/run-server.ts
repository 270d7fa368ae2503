import type { WorkflowPlugin } from '@fashen/plugin-api';
import { armFailpoint } from '@fashen/database';
import { readConfig } from '../config';
import { placesBeside, type RunningServer, startServer } from './start-server';

/** Runs a server with these plugins as this process, until it is told to stop. `directory` is the folder of the built program. */
export function runServer(plugins: readonly WorkflowPlugin[], directory: string): void {
  start(plugins, directory).catch((error: unknown) => {
    process.stderr.write(`\nFashen cannot start: ${error instanceof Error ? error.message : String(error)}\n\n`);
    process.exit(1);
  });
}

async function start(plugins: readonly WorkflowPlugin[], directory: string): Promise<void> {
  const config = readConfig(plugins);
  const server = await startServer(config, plugins, placesBeside(directory));
  stopWhenTold(server, config.stopSeconds);
  armFailpoint(config.failpoint);
  process.stdout.write(server.greeting);
  process.send?.({ kind: 'listening', url: server.url });
}

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
