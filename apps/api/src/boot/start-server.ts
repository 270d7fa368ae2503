import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Logger } from 'pino';
import type { WorkflowPlugin } from '@fashen/plugin-api';
import { migrate, openDatabase, type OpenDatabase } from '@fashen/database';
import { createPluginHost, MachineClock } from '@fashen/engine';
import { apiPlugin } from '../api.plugin';
import type { Config } from '../config';
import { createApp } from '../create-app';
import { createLog } from '../log';
import { Readiness } from '../ops/readiness';
import { announcement } from './announcement';
import { BundledCalendars } from './bundled-calendars';
import { BundledClauses } from './bundled-clauses';
import { BundledPeriods } from './bundled-periods';
import { BundledProcesses } from './bundled-processes';
import { FirstStartService } from './first-start';

/** Where things lie, seen from the folder of the built server. */
export interface Places {
  readonly processes: string;
  readonly web: string;
}

/** A server that runs. */
export interface RunningServer {
  /** Where it listens; absent when this process runs jobs only. */
  readonly url?: string;
  readonly app: NestExpressApplication;
  /** What the console says now, for a person. */
  readonly greeting: string;
  /** Finishes what runs, closes the database and returns. A second call waits for the first. */
  stop(): Promise<void>;
}

/** From settings to a running server: database, migrations, first accounts, bundled processes, listening. */
export async function startServer(config: Config, plugins: readonly WorkflowPlugin[], places: Places): Promise<RunningServer> {
  const log = createLog(config.logLevel);
  const host = createPluginHost([apiPlugin, ...plugins]);
  const database = await openDatabase({
    url: config.databaseUrl,
    entities: host.entities,
    migrations: host.migrations,
    poolSize: config.databasePoolSize,
    acceptUnsafe: config.databaseAcceptUnsafe,
    synchronous: config.databaseSynchronous,
  });
  try {
    for (const name of await migrate(database)) log.info({ migration: name }, 'migrated');
    const app = await createApp({
      config,
      host,
      database,
      log,
      clock: new MachineClock(),
      webDirectory: resolve(config.webDirectory ?? places.web),
    });
    const firstStart = await prepare(app, database, config.processesDirectory ?? places.processes, log);
    const url = config.roles === 'jobs' ? undefined : await listen(app, config);
    return { url, app, greeting: announcement(url ?? '(jobs only)', firstStart, host), stop: stopOnce(app, database, log) };
  } catch (error) {
    await database.dataSource.destroy();
    throw error;
  }
}

/** Several nodes may start on an empty database at once: one of them fills it. */
async function prepare(
  app: NestExpressApplication,
  database: OpenDatabase,
  processes: string,
  log: Logger,
): ReturnType<FirstStartService['run']> {
  return database.dialect.exclusively(database.dataSource, 'first-start', async () => {
    const firstStart = await app.get(FirstStartService).run();
    const years = await app.get(BundledCalendars).publishMissing();
    if (years.length > 0) log.info({ years }, 'bundled calendars published');
    if (await app.get(BundledClauses).publishMissing()) log.info('bundled clauses published');
    if (await app.get(BundledPeriods).publishMissing()) log.info('bundled periods published');
    const { published, refused } = await app.get(BundledProcesses).publishMissing(processes);
    if (published.length > 0) log.info({ published }, 'bundled processes published');
    for (const problem of refused) log.error(problem, 'bundled process refused');
    return firstStart;
  });
}

async function listen(app: NestExpressApplication, config: Config): Promise<string> {
  await app.listen(config.port, config.host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  return `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
}

function stopOnce(app: NestExpressApplication, database: OpenDatabase, log: Logger): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    log.info('stopping');
    app.get(Readiness).stop();
    await app.close();
    if (database.dataSource.isInitialized) await database.dataSource.destroy();
    log.info('stopped');
  };
  return () => (stopping ??= stop());
}

/** Where things lie in the built product. */
export const placesBeside = (serverDirectory: string): Places => ({
  processes: join(serverDirectory, '../../processes'),
  web: join(serverDirectory, '../web'),
});
