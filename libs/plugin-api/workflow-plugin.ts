import type { MigrationInterface } from 'typeorm';
import type { ActivityBehavior } from './activity-behavior';
import type { NameCheck, NameReader } from './drawn-names';
import type { JobHandler } from './job';
import type { LintRule, Messages } from './model-lint';
import type { TaskOperation } from './task-operation';
import type { EventSubscriber } from './workflow-event';

/** A class that the host instantiates, with its dependencies injected by NestJS. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- constructor parameters are the container's business
export type Class<T = object> = new (...args: any[]) => T;

/** A class that provides a port: `{ provide: Directory, useClass: DirectoryService }`. */
export interface PortProvider {
  readonly provide: abstract new (...args: never[]) => object;
  readonly useClass: Class;
}

/** Parses settings; a zod schema fits. */
export interface Schema<C> {
  parse(value: unknown): C;
}

/**
 * A server plugin: plain data, lists of classes. The host builds the NestJS module from it, so nothing is exported by accident
 * and nothing can rewrite the configuration. All problems of all plugins are reported together at boot, before anything runs.
 */
export interface WorkflowPlugin<C = unknown> {
  /** Kebab-case. Also the folder, the moddle prefix, the prefix of error, event and job names, and (with `_`) of tables. */
  readonly id: string;
  /** Plugins that must be present; the host starts them first and refuses a missing one. */
  readonly requires?: readonly string[];
  /** The BPMN extension (moddle descriptor, parsed JSON). */
  readonly moddle?: object;
  /** Settings with defaults. Injected as the provider `configToken(id)`. */
  readonly config?: Schema<C>;
  readonly permissions?: readonly string[];
  readonly entities?: readonly Class[];
  readonly migrations?: readonly Class<MigrationInterface>[];
  readonly controllers?: readonly Class[];
  readonly providers?: readonly Class[];
  /** Ports this plugin implements for others. */
  readonly ports?: readonly PortProvider[];
  readonly behaviors?: readonly Class<ActivityBehavior>[];
  readonly subscribers?: readonly Class<EventSubscriber>[];
  readonly jobs?: readonly Class<JobHandler>[];
  /** What people may do with tasks besides submitting them. */
  readonly operations?: readonly Class<TaskOperation>[];
  /** Checks of drawings by rule name (without the plugin prefix). */
  readonly lint?: Readonly<Record<string, LintRule>>;
  /** What drawings name in this plugin's extension elements: people, forms, periods. */
  readonly names?: NameReader;
  /** Whether what drawings name is there, for the kinds of things this plugin knows. */
  readonly nameChecks?: readonly Class<NameCheck>[];
  readonly messages: Messages;
}

/** Declares a server plugin. Only gives the literal its type; the checks happen in the host. */
export function definePlugin<C>(plugin: WorkflowPlugin<C>): WorkflowPlugin<C> {
  return plugin;
}

/** Injection token of a plugin's parsed settings. */
export function configToken(pluginId: string): string {
  return `fashen:config:${pluginId}`;
}
