import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type {
  ActivityBehavior,
  Class,
  EventSubscriber,
  JobHandler,
  JsonObject,
  NameCheck,
  TaskOperation,
  WorkflowPlugin,
} from '@fashen/plugin-api';
import type { CompiledNode } from '../kernel';
import { PluginHost, PluginProblemsError } from './plugin-host';

/** A behavior together with its extension element on one node. */
export interface BoundBehavior {
  readonly behavior: ActivityBehavior;
  readonly extension: JsonObject;
}

/** A subscriber with the name its deliveries are known by. */
export interface NamedSubscriber {
  readonly name: string;
  readonly subscriber: EventSubscriber;
}

/** A check of names with the plugin whose rules it speaks for. */
export interface OwnedNameCheck {
  readonly pluginId: string;
  readonly check: NameCheck;
}

/** Behaviors, subscribers and job handlers of all plugins, in plugin order. Filled when the module starts. */
@Injectable()
export class ExtensionRegistry implements OnModuleInit {
  private behaviors: readonly ActivityBehavior[] = [];
  private named: readonly NamedSubscriber[] = [];
  private jobs: ReadonlyMap<string, JobHandler> = new Map();
  private offered: readonly TaskOperation[] = [];
  private judges: readonly OwnedNameCheck[] = [];
  private readonly bound = new WeakMap<CompiledNode, readonly BoundBehavior[]>();

  constructor(
    private readonly moduleRef: ModuleRef,
    private readonly host: PluginHost,
  ) {}

  /** Collects what the container made and checks the names that only instances know. */
  onModuleInit(): void {
    const problems: string[] = [];
    const behaviors = this.instances<ActivityBehavior>((plugin) => plugin.behaviors);
    for (const { plugin, instance } of behaviors)
      if (!instance.extension.startsWith(`${plugin.id}:`))
        problems.push(`${plugin.id}: the behavior of "${instance.extension}" is not its own`);
    const jobs = this.instances<JobHandler>((plugin) => plugin.jobs);
    for (const { plugin, instance } of jobs)
      if (!instance.type.startsWith(`${plugin.id}.`)) problems.push(`${plugin.id}: the job "${instance.type}" does not begin with its id`);
    this.jobs = new Map(jobs.map(({ instance }) => [instance.type, instance]));
    if (this.jobs.size < jobs.length) problems.push('two jobs have the same type');
    this.offered = this.instances<TaskOperation>((plugin) => plugin.operations).map(({ instance }) => instance);
    this.judges = this.instances<NameCheck>((plugin) => plugin.nameChecks).map(({ plugin, instance }) => ({
      pluginId: plugin.id,
      check: instance,
    }));
    problems.push(...this.judges.flatMap((judge) => this.untoldFaults(judge)));
    this.behaviors = behaviors.map(({ instance }) => instance);
    this.named = this.instances<EventSubscriber>((plugin) => plugin.subscribers).map(({ plugin, instance }) => ({
      name: `${plugin.id}.${plainName(instance)}`,
      subscriber: instance,
    }));
    if (new Set(this.named.map(({ name }) => name)).size < this.named.length)
      problems.push('two subscribers of a plugin have the same name');
    if (problems.length > 0) throw new PluginProblemsError(problems);
  }

  /** Extension elements that some behavior answers for when an activity waits. */
  get answeredTypes(): ReadonlySet<string> {
    return new Set(this.behaviors.filter((behavior) => behavior.onWait).map((behavior) => behavior.extension));
  }

  /** Operations on tasks. */
  get operations(): readonly TaskOperation[] {
    return this.offered;
  }

  /** Checks of what drawings name. */
  get nameChecks(): readonly OwnedNameCheck[] {
    return this.judges;
  }

  get subscribers(): readonly NamedSubscriber[] {
    return this.named;
  }

  behaviorsOf(node: CompiledNode): readonly BoundBehavior[] {
    const known = this.bound.get(node);
    if (known) return known;
    const found = this.behaviors.flatMap((behavior) => {
      const extension = node.extensions[behavior.extension];
      return extension ? [{ behavior, extension }] : [];
    });
    this.bound.set(node, found);
    return found;
  }

  /** Types of jobs that this process can run. */
  get jobTypes(): ReadonlySet<string> {
    return new Set(this.jobs.keys());
  }

  /** Those of them whose work leaves the process. */
  get sendingTypes(): readonly string[] {
    return [...this.jobs.values()].filter(({ send }) => send).map(({ type }) => type);
  }

  findJob(type: string): JobHandler | undefined {
    return this.jobs.get(type);
  }

  private untoldFaults({ pluginId, check }: OwnedNameCheck): readonly string[] {
    const { lint } = this.host.messagesOf(pluginId, 'zh-CN') ?? { lint: {} as Readonly<Record<string, string>> };
    const keys = Object.keys(check.faults).flatMap((rule) => [`${pluginId}.${rule}`, `${pluginId}.${rule}.remedy`]);
    return keys.filter((key) => !lint[key]).map((key) => `${pluginId}: there is no text for "${key}"`);
  }

  private instances<T>(
    classesOf: (plugin: WorkflowPlugin) => readonly Class<T>[] | undefined,
  ): readonly { readonly plugin: WorkflowPlugin; readonly instance: T }[] {
    return this.host.plugins.flatMap((plugin) =>
      (classesOf(plugin) ?? []).map((made) => ({ plugin, instance: this.moduleRef.get<T>(made, { strict: false }) })),
    );
  }
}

/** Deliveries outlive a release, so the number a bundler may put behind a class name does not count. */
function plainName(instance: object): string {
  return instance.constructor.name.replace(/\$\d+$/, '');
}
