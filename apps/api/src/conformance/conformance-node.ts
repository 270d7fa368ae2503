import type { AddressInfo } from 'node:net';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { migrate, openDatabase, type OpenDatabase } from '@fashen/database';
import { createPluginHost, EngineModule, JobRunner, OutboxDispatcher, type PluginHost, SendingRunner } from '@fashen/engine';
import { Sessions } from '@fashen/plugin-api';
import { apiPlugin } from '../api.plugin';
import { readConfig } from '../config';
import { AuthGuard, SignedInPersons } from '../http/auth.guard';
import { KnownActors } from '../http/known-actors';
import { identify } from '../http/api-request';
import { ErrorFilter } from '../http/error.filter';
import { SERVER_CONFIG } from '../http/tokens';
import { createLog } from '../log';
import { LogModule } from '../ops/log.module';
import { plugins } from '../plugins';
import { crashPlugin } from './crash.plugin';
import type { KitClock } from './kit-clock';
import { KitSessions } from './kit-sessions';

@Module({})
class ConformanceModule {}

/** Where a node keeps its cases. */
export interface NodePlace {
  readonly url: string;
  readonly clock: KitClock;
  /** Accept a database server that saves time by not syncing. */
  readonly acceptUnsafe: boolean;
}

/** The product while a kit runs: the node that answers, and what becomes of nodes. */
export interface RunningEngine {
  readonly node: ConformanceNode;
  readonly clock: KitClock;
  /** Stops the node and starts another one on the same database. */
  restart(): Promise<void>;
  /** Turns the node off, moves the clock, and starts two nodes that do at once what fell due. */
  wakeTwice(advance: () => void): Promise<void>;
}

/** One server node over HTTP, on this machine only, without work of its own: timers and deliveries run when they are called for. */
export class ConformanceNode {
  private constructor(
    readonly host: PluginHost,
    readonly app: NestExpressApplication,
    readonly database: OpenDatabase,
    readonly address: string,
  ) {}

  /** Starts a node. Makes the tables that are missing. */
  static async start(place: NodePlace): Promise<ConformanceNode> {
    const host = createPluginHost([apiPlugin, crashPlugin, ...plugins]);
    const { url, acceptUnsafe } = place;
    const database = await openDatabase({ url, acceptUnsafe, entities: host.entities, migrations: host.migrations });
    await migrate(database);
    const app = await NestFactory.create<NestExpressApplication>(moduleOf(host, database, place), {
      bodyParser: false,
      rawBody: true,
      abortOnError: false,
      logger: false,
    });
    app.setGlobalPrefix('api');
    app.use(identify);
    app.useBodyParser('json', { limit: '1mb' });
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    return new ConformanceNode(host, app, database, `http://127.0.0.1:${port}/api`);
  }

  /** Does what is due, and delivers what was told, until both have nothing left. */
  async work(): Promise<void> {
    for (const worker of [JobRunner, SendingRunner, OutboxDispatcher, JobRunner, SendingRunner])
      await this.app.get<Pick<JobRunner, 'runDue'>>(worker, { strict: false }).runDue();
  }

  async stop(): Promise<void> {
    this.app.getHttpServer().closeAllConnections();
    await this.app.close();
    await this.database.dataSource.destroy();
  }
}

function moduleOf(host: PluginHost, database: OpenDatabase, { url, clock }: NodePlace): Parameters<typeof NestFactory.create>[0] {
  const config = readConfig(plugins, { FASHEN_DATABASE_URL: url });
  return {
    module: ConformanceModule,
    imports: [
      LogModule.with(createLog('silent')),
      EngineModule.forRoot({ host, database, clock, config: config.plugins, runsWork: false }),
    ],
    providers: [
      { provide: SERVER_CONFIG, useValue: config },
      { provide: Sessions, useClass: KitSessions },
      KnownActors,
      SignedInPersons,
      { provide: APP_GUARD, useClass: AuthGuard },
      ErrorFilter,
      { provide: APP_FILTER, useExisting: ErrorFilter },
    ],
  };
}
