import { Injectable } from '@nestjs/common';
import { type JsonObject, mergePatch, type TaskView, type Tx } from '@fashen/plugin-api';
import { type Definition, DefinitionStore } from '../definition/definition-store';
import { engineErrors } from '../engine.errors';
import { InstanceRepository } from './instance.repository';
import { type LoadedInstance, requireRunning } from './loaded-instance';
import { WorkflowSession } from './workflow-session';

/** Processes that call each other within one command. */
const CALL_DEPTH = 20;

interface UnitMemory {
  /** Instances this unit has locked, as they stand after its last command. */
  readonly locked: Map<string, LoadedInstance>;
  /** Commands that are under way. */
  readonly running: Map<string, WorkflowSession>;
}

/**
 * What one unit of work knows about instances. The row lock is held until the unit ends, so a row is read once:
 * later commands of the unit go on from memory.
 */
@Injectable()
export class OpenSessions {
  private readonly units = new WeakMap<Tx, UnitMemory>();

  constructor(
    private readonly repository: InstanceRepository,
    private readonly definitions: DefinitionStore,
  ) {}

  /** Takes the row lock and opens a session. Refused unless the instance runs. */
  async open(tx: Tx, instanceId: string): Promise<WorkflowSession> {
    const running = this.findRunning(tx, instanceId);
    return running ?? this.openLocked(tx, await this.lock(tx, instanceId));
  }

  /** Opens a session on an instance whose row lock this unit holds. Refused unless the instance runs. */
  async openLocked(tx: Tx, instance: LoadedInstance): Promise<WorkflowSession> {
    const running = this.findRunning(tx, instance.id);
    if (running) return running;
    requireRunning(instance);
    return new WorkflowSession(instance, await this.definitions.require(tx, instance.definitionId));
  }

  /** The command under way for this instance in this unit. */
  findRunning(tx: Tx, instanceId: string): WorkflowSession | undefined {
    return this.memoryOf(tx).running.get(instanceId);
  }

  /** The task with this id that the actor is ending in a command under way. */
  findEnding(tx: Tx, taskId: string): TaskView | undefined {
    for (const session of this.memoryOf(tx).running.values()) {
      for (const { task } of session.endedTasks.values()) if (task.id === taskId) return task;
    }
    return undefined;
  }

  /** Task rows of this instance have changed while its command is under way. */
  forgetTasks(tx: Tx, instanceId: string): void {
    delete this.findRunning(tx, instanceId)?.storedTasks;
  }

  begin(tx: Tx, session: WorkflowSession): void {
    this.memoryOf(tx).running.set(session.instance.id, session);
  }

  /** Refuses processes that call each other without end. */
  refuseDeepCalls(tx: Tx): void {
    if (this.memoryOf(tx).running.size > CALL_DEPTH) throw engineErrors.BUDGET_EXCEEDED({ depth: CALL_DEPTH });
  }

  end(tx: Tx, session: WorkflowSession): void {
    this.memoryOf(tx).running.delete(session.instance.id);
  }

  /** Takes the row lock, or finds that this unit holds it already. */
  async lock(tx: Tx, instanceId: string): Promise<LoadedInstance> {
    const known = this.findLocked(tx, instanceId);
    if (known) return known;
    const loaded = await this.repository.lock(tx, instanceId);
    if (!loaded) throw engineErrors.INSTANCE_MISSING({ instanceId });
    return this.remember(tx, loaded);
  }

  /** The instance as this unit knows it under its own lock. */
  findLocked(tx: Tx, instanceId: string): LoadedInstance | undefined {
    return this.memoryOf(tx).locked.get(instanceId);
  }

  /** Notes that this unit holds the lock of an instance, or has just made it. */
  remember(tx: Tx, instance: LoadedInstance): LoadedInstance {
    const { locked } = this.memoryOf(tx);
    const known = locked.get(instance.id);
    if (known) return known;
    locked.set(instance.id, instance);
    return instance;
  }

  /** Merges into the variables of an instance that no command is moving. */
  async saveVariables(tx: Tx, instanceId: string, patch: JsonObject): Promise<void> {
    const instance = await this.lock(tx, instanceId);
    requireRunning(instance);
    instance.variables = mergePatch(instance.variables, patch);
    await this.repository.replace(tx, instance);
    instance.revision += 1;
  }

  /** Notes that a plugin keeps something about an instance. One that has no row yet gets it with its row. */
  async addFlag(tx: Tx, instanceId: string, flag: string): Promise<void> {
    const instance = this.findRunning(tx, instanceId)?.instance ?? (await this.lock(tx, instanceId));
    if (!instance.flags || instance.flags.includes(flag)) return;
    instance.flags = [...instance.flags, flag];
    if (instance.revision > 0) await this.repository.setFlags(tx, instanceId, instance.flags);
  }

  /** The definition an instance runs. */
  definitionOf(tx: Tx, instance: LoadedInstance): Promise<Definition> {
    return this.definitions.require(tx, instance.definitionId);
  }

  /** After a command that failed half-way nothing in memory counts any more. */
  forget(tx: Tx, instanceId: string): void {
    this.memoryOf(tx).locked.delete(instanceId);
  }

  /** The instance as it stands for this unit: from memory when it holds the lock, otherwise from the table. */
  async find(tx: Tx, instanceId: string): Promise<LoadedInstance | undefined> {
    return this.findLocked(tx, instanceId) ?? this.repository.find(tx, instanceId);
  }

  private memoryOf(tx: Tx): UnitMemory {
    const known = this.units.get(tx);
    if (known) return known;
    const memory: UnitMemory = { locked: new Map(), running: new Map() };
    this.units.set(tx, memory);
    return memory;
  }
}
