import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  type Actor,
  Definitions,
  Directory,
  Instances,
  type RequestContext,
  systemActor,
  Tasks,
  type Tx,
  UnitOfWork,
} from '@fashen/plugin-api';
import { migrate, newId, openDatabase, type OpenDatabase } from '@fashen/database';
import { createPluginHost, EngineModule, MachineClock, type PluginHost } from '@fashen/engine';
import { addBureau, PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { FormLibrary, publicationBody } from '@fashen/plugins/form/model';
import { plugins } from '../plugins';
import { approvalForm, approvalModel } from './approval-process';
import { longLine } from './long-line';
import { manySigners } from './many-signers';

const REASON = 'benchmark';
const CONNECTIONS = 16;

/** The services of one server node over a fresh database, without HTTP and without background work. */
export interface BenchNode {
  readonly host: PluginHost;
  readonly database: OpenDatabase;
  readonly units: UnitOfWork;
  readonly instances: Instances;
  readonly tasks: Tasks;
  get: INestApplicationContext['get'];
  /** The request of a person now, with a key of its own if it changes something. */
  context(actor: Actor, withKey?: boolean): RequestContext;
  actor(personId: string): Promise<Actor>;
  close(): Promise<void>;
}

/** Opens a node with the sample bureau and the approval process. The database must be empty; `acceptUnsafe` as in `openDatabase`. */
export async function openBenchNode(url: string, acceptUnsafe = false): Promise<BenchNode> {
  const host = createPluginHost(plugins);
  const database = await openDatabase({ url, entities: host.entities, migrations: host.migrations, poolSize: CONNECTIONS, acceptUnsafe });
  await migrate(database);
  const module = EngineModule.forRoot({ host, database, runsWork: false });
  const app = await NestFactory.createApplicationContext(module, { logger: ['error'], abortOnError: false });
  const units = app.get(UnitOfWork);
  const directory = app.get(Directory);
  await units.run(contextOf(systemActor), (tx) => seed(tx, app));
  return {
    ...{ host, database, units, instances: app.get(Instances), tasks: app.get(Tasks), context: contextOf },
    get: app.get.bind(app),
    actor: async (personId) => {
      const actor = await units.read(contextOf(systemActor), (tx) => directory.actor(tx, personId));
      if (!actor) throw new Error(`the sample bureau has no ${personId}`);
      return actor;
    },
    close: async () => {
      await app.close();
      await database.dataSource.destroy();
    },
  };
}

async function seed(tx: Tx, app: INestApplicationContext): Promise<void> {
  const persons = app.get(PersonRegistry);
  await addBureau(tx, persons, sampleBureau);
  await app.get(FormLibrary).publish(tx, publicationBody.parse({ schema: approvalForm, reason: REASON }));
  for (const xml of [approvalModel, longLine, manySigners]) await app.get(Definitions).publish(tx, { xml, reason: REASON });
}

const clock = new MachineClock();

function contextOf(actor: Actor, withKey = false): RequestContext {
  const id = newId();
  const idempotency = withKey ? { idempotency: { key: id, fingerprint: 'f'.repeat(64) } } : {};
  return { actor, now: clock.now(), locale: 'zh-CN', requestId: id, ...idempotency };
}
