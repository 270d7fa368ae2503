import { NestFactory } from '@nestjs/core';
import {
  type Actor,
  type Class,
  Definitions,
  type DefinitionView,
  Directory,
  Instances,
  Jobs,
  Moves,
  type OperateMode,
  type Operated,
  type RequestContext,
  Tasks,
  type Tx,
  UnitOfWork,
  type WorkflowPlugin,
} from '@fashen/plugin-api';
import type { OpenDatabase } from '@fashen/database';
import { createPluginHost, EngineModule, JobRunner, OutboxDispatcher, type PluginHost, SendingRunner } from '@fashen/engine';
import { testActor, testContext } from './builders';
import { FixedClock } from './test-clock';
import { createTestDatabase, openTestDatabase, type TestDatabase } from './test-database';

/** What a test app is made of. */
export interface TestAppOptions {
  readonly plugins?: readonly WorkflowPlugin[];
  readonly config?: Readonly<Record<string, unknown>>;
  readonly clock?: FixedClock;
  /** Persons by id, for tests without a directory. Unknown ids act without roles and permissions. */
  readonly actors?: Readonly<Record<string, Partial<Actor>>>;
}

/** A person of a test, as the source of units of work. */
export interface TestPerson {
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  operate<T>(mode: OperateMode, work: (tx: Tx) => Promise<T>): Promise<Operated<T>>;
  /** The request context of this person now. */
  context(): Promise<RequestContext>;
}

/** One node: the engine with plugins on a database of its own or shared with other nodes. No background work runs by itself. */
export interface TestApp {
  readonly host: PluginHost;
  readonly database: TestDatabase;
  readonly clock: FixedClock;
  readonly units: UnitOfWork;
  readonly instances: Instances;
  readonly tasks: Tasks;
  readonly moves: Moves;
  readonly jobs: Jobs;
  readonly definitions: Definitions;
  /** A provider of the engine or of a plugin. */
  get<T>(token: Class<T> | (abstract new (...args: never[]) => T) | string): T;
  as(person: string | Actor): TestPerson;
  /** Publishes a process as the person `modeler`. Throws when it is refused. */
  publish(xml: string): Promise<DefinitionView>;
  /** Runs all jobs that are due and delivers the outbox, until both have nothing left to do now. */
  work(): Promise<void>;
  /** The process dies and comes back: a new engine on the same database, everything in memory is gone. Other plugins may be installed. */
  restart(plugins?: readonly WorkflowPlugin[]): Promise<TestApp>;
  /** Another node on the same database. Close it before this one. */
  secondNode(): Promise<TestApp>;
  /** Ends this node; the database stays. */
  stop(): Promise<void>;
  /** Ends the node and removes the database. */
  close(): Promise<void>;
}

/** Builds an app with these plugins on a fresh database of the kind this run uses. Call `close` afterwards. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const host = createPluginHost(options.plugins ?? []);
  const database = await createTestDatabase(host);
  try {
    return await nodeOn(database, host, { ...options, clock: options.clock ?? new FixedClock() });
  } catch (error) {
    await database.drop();
    throw error;
  }
}

type NodeOptions = TestAppOptions & { readonly clock: FixedClock };

async function nodeOn(database: TestDatabase, host: PluginHost, options: NodeOptions): Promise<TestApp> {
  const { clock, config = {} } = options;
  const module = EngineModule.forRoot({ host, database, clock, config, runsWork: false });
  const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  const get: TestApp['get'] = (token) => app.get(token, { strict: false });
  const units = get(UnitOfWork);
  const definitions = get(Definitions);
  const as = (person: string | Actor): TestPerson => personOf({ units, clock, options, directory: findDirectory(get) }, person);
  const stop = (): Promise<void> => app.close();
  return {
    ...{ host, database, clock, units, definitions, get, as, stop },
    ...{ instances: get(Instances), tasks: get(Tasks), moves: get(Moves), jobs: get(Jobs) },
    publish: (xml) => publish(definitions, as('modeler'), xml),
    work: () => workOff([get(JobRunner), get(SendingRunner)], get(OutboxDispatcher)),
    restart: async (plugins) => {
      await stop();
      await database.dataSource.destroy();
      const next = plugins ? createPluginHost(plugins) : host;
      return nodeOn(reopened(database, await openTestDatabase(database, next)), next, options);
    },
    secondNode: async () => nodeOn(await sharedWith(database, host), host, options),
    close: async () => {
      await stop();
      await database.drop();
    },
  };
}

async function publish(definitions: Definitions, modeler: TestPerson, xml: string): Promise<DefinitionView> {
  const refusals = (await definitions.check(xml)).filter((finding) => finding.severity === 'error');
  if (refusals.length > 0) throw new Error(`the model is refused: ${JSON.stringify(refusals, undefined, 2)}`);
  return modeler.run((tx) => definitions.publish(tx, { xml, reason: 'test' }));
}

async function workOff(runners: readonly (JobRunner | SendingRunner)[], dispatcher: OutboxDispatcher): Promise<void> {
  for (const runner of runners) await runner.runDue();
  await dispatcher.runDue();
  for (const runner of runners) await runner.runDue();
}

/** An SQLite file belongs to one process, so nodes of a test share it; on MariaDB each has connections of its own. */
async function sharedWith(database: TestDatabase, host: PluginHost): Promise<TestDatabase> {
  if (database.kind === 'sqlite') return { ...database, drop: () => Promise.resolve() };
  const own = await openTestDatabase(database, host);
  return { ...database, ...own, drop: () => own.dataSource.destroy() };
}

function reopened(database: TestDatabase, again: OpenDatabase): TestDatabase {
  const drop = async (): Promise<void> => {
    if (again.dataSource.isInitialized) await again.dataSource.destroy();
    await database.drop();
  };
  return { ...database, ...again, drop };
}

function findDirectory(get: TestApp['get']): Directory | undefined {
  try {
    return get(Directory);
  } catch {
    // Tests of the engine itself have no directory plugin.
    return undefined;
  }
}

interface PersonSource {
  readonly units: UnitOfWork;
  readonly clock: FixedClock;
  readonly options: NodeOptions;
  readonly directory: Directory | undefined;
}

function personOf(source: PersonSource, person: string | Actor): TestPerson {
  const { units, clock } = source;
  const context = async (): Promise<RequestContext> => testContext(await actorOf(source, person), { now: clock.now() });
  return {
    context,
    run: async (work) => units.run(await context(), work),
    read: async (work) => units.read(await context(), work),
    operate: async (mode, work) => units.operate(await context(), mode, work),
  };
}

async function actorOf({ units, options, directory }: PersonSource, person: string | Actor): Promise<Actor> {
  if (typeof person !== 'string') return person;
  const known = options.actors?.[person];
  if (known) return testActor(person, known);
  const found = directory && (await units.read(testContext(), (tx) => directory.actor(tx, person)));
  return found ?? testActor(person);
}
