import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import {
  type Class,
  Clock,
  configToken,
  Definitions,
  Instances,
  Jobs,
  Moves,
  TaskOperations,
  Tasks,
  Texts,
  TryOuts,
  UnitOfWork,
  type WorkflowPlugin,
} from '@fashen/plugin-api';
import { DatabaseUnitOfWork, type OpenDatabase } from '@fashen/database';
import { ExpressionCache } from './core/expression-cache';
import { DefinitionRepository } from './definition/definition.repository';
import { DefinitionStore } from './definition/definition-store';
import { DefinitionsService } from './definition/definitions.service';
import { DeploymentGate } from './definition/deployment-gate';
import { DrawnNamesService } from './definition/drawn-names.service';
import { StartEventService } from './definition/start-event.service';
import { IncidentRepository } from './job/incident.repository';
import { JobExecutionService } from './job/job-execution.service';
import { JobRepository } from './job/job.repository';
import { JobRunner } from './job/job-runner';
import { JobsService } from './job/jobs.service';
import { SendingRunner } from './job/sending-runner';
import { LeaseRepository } from './job/lease.repository';
import { WorkerServices } from './job/lease-worker';
import { WakeCalls } from './job/wake-calls';
import { MachineClock } from './machine-clock';
import { EventHub } from './outbox/event-hub';
import { OutboxDispatcher } from './outbox/outbox-dispatcher';
import { OutboxRepository } from './outbox/outbox.repository';
import { ExtensionRegistry } from './plugin-host/extension-registry';
import { PluginHost, PluginProblemsError } from './plugin-host/plugin-host';
import { BehaviorService } from './runtime/behavior.service';
import { CallActivityService } from './runtime/call-activity.service';
import { CommandService } from './runtime/command.service';
import { InstanceRepository } from './runtime/instance.repository';
import { InstanceListRepository } from './runtime/instance-list.repository';
import { InstancesService } from './runtime/instances.service';
import { MovesService } from './runtime/moves.service';
import { MigrationService } from './runtime/migration.service';
import { OpenSessions } from './runtime/open-sessions';
import { SessionWriter } from './runtime/session-writer';
import { StartService } from './runtime/start.service';
import { InstanceActsService } from './runtime/instance-acts.service';
import { MigrationRows } from './runtime/migration-rows';
import { SuspensionService } from './runtime/suspension.service';
import { SubscriptionRepository } from './runtime/subscription.repository';
import { TaskListRepository } from './task/task-list.repository';
import { TaskOperationsService } from './task/task-operations.service';
import { TaskRepository } from './task/task.repository';
import { TasksService } from './task/tasks.service';
import { TryOutsService } from './try-out/try-outs.service';
import { type Worker, Workers } from './workers';

/** What the engine is built from. */
export interface EngineOptions {
  readonly host: PluginHost;
  /** Open and migrated. The module does not close it. */
  readonly database: OpenDatabase;
  /** Settings by plugin id, as they were read; each plugin's schema parses its own. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Default the machine's. */
  readonly clock?: Clock;
  /** Whether this node runs jobs and delivers the outbox by itself. Default yes. */
  readonly runsWork?: boolean;
}

const REPOSITORIES = [
  ...[DefinitionRepository, InstanceRepository, InstanceListRepository, SubscriptionRepository, TaskRepository],
  ...[TaskListRepository, JobRepository, IncidentRepository, LeaseRepository, OutboxRepository],
];
const SERVICES = [
  ...[ExtensionRegistry, ExpressionCache, DefinitionStore, DrawnNamesService, DeploymentGate, StartEventService],
  ...[
    OpenSessions,
    BehaviorService,
    CallActivityService,
    SessionWriter,
    CommandService,
    SuspensionService,
    StartService,
    MigrationService,
    MigrationRows,
    InstanceActsService,
  ],
  ...[WakeCalls, WorkerServices, JobExecutionService, JobRunner, SendingRunner, EventHub, OutboxDispatcher],
];
const PORTS = [
  { provide: Instances, useClass: InstancesService },
  { provide: Tasks, useClass: TasksService },
  { provide: Moves, useClass: MovesService },
  { provide: TaskOperations, useClass: TaskOperationsService },
  { provide: Jobs, useClass: JobsService },
  { provide: Definitions, useClass: DefinitionsService },
  { provide: TryOuts, useClass: TryOutsService },
];

/** The engine and all plugins as one NestJS module. */
@Module({})
export class EngineModule {
  /** Builds the module. Throws `PluginProblemsError` when settings of plugins do not parse. */
  static forRoot(options: EngineOptions): DynamicModule {
    const { plugins } = options.host;
    const fixed: Provider[] = [
      { provide: PluginHost, useValue: options.host },
      { provide: Texts, useExisting: PluginHost },
      { provide: Clock, useValue: options.clock ?? new MachineClock() },
      { provide: UnitOfWork, useFactory: (hub: EventHub) => new DatabaseUnitOfWork(options.database, hub), inject: [EventHub] },
      { provide: Workers, useFactory: workersOf(options.runsWork ?? true), inject: [JobRunner, SendingRunner, OutboxDispatcher] },
      ...configs(plugins, options.config ?? {}),
    ];
    const ports = [...PORTS, ...plugins.flatMap((plugin) => plugin.ports ?? [])];
    return {
      module: EngineModule,
      global: true,
      controllers: plugins.flatMap((plugin) => [...(plugin.controllers ?? [])]),
      providers: [...fixed, ...REPOSITORIES, ...SERVICES, ...ports, ...plugins.flatMap(classesOf)],
      exports: [
        PluginHost,
        Texts,
        Clock,
        UnitOfWork,
        Workers,
        JobRunner,
        SendingRunner,
        OutboxDispatcher,
        ...ports.map((port) => port.provide),
      ],
    };
  }
}

function classesOf(plugin: WorkflowPlugin): readonly Class[] {
  return [
    ...(plugin.providers ?? []),
    ...(plugin.behaviors ?? []),
    ...(plugin.subscribers ?? []),
    ...(plugin.jobs ?? []),
    ...(plugin.operations ?? []),
    ...(plugin.nameChecks ?? []),
  ];
}

function workersOf(runsWork: boolean): (...workers: readonly Worker[]) => Workers {
  return (...workers) => new Workers(runsWork ? workers : []);
}

function configs(plugins: readonly WorkflowPlugin[], settings: Readonly<Record<string, unknown>>): Provider[] {
  const problems: string[] = [];
  const made = plugins.flatMap((plugin) => {
    try {
      return plugin.config ? [{ provide: configToken(plugin.id), useValue: plugin.config.parse(settings[plugin.id] ?? {}) }] : [];
    } catch (error) {
      problems.push(`${plugin.id}: wrong settings: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  });
  if (problems.length > 0) throw new PluginProblemsError(problems);
  return made;
}
