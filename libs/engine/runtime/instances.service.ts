import { Injectable } from '@nestjs/common';
import {
  type InstanceQuery,
  Instances,
  type InstanceSummary,
  type InstanceView,
  type JsonObject,
  type Page,
  type ProcessModel,
  type StartInstance,
  type Tx,
} from '@fashen/plugin-api';
import { engineErrors } from '../engine.errors';
import { engineEvents } from '../engine.events';
import { waitsOf } from '../kernel';
import { CommandService } from './command.service';
import { InstanceListRepository } from './instance-list.repository';
import { instanceView, type LoadedInstance, type ParentLink } from './loaded-instance';
import { OpenSessions } from './open-sessions';
import { viewOf } from './session-view';
import { StartService } from './start.service';
import { SuspensionService } from './suspension.service';

/** Process instances. */
@Injectable()
export class InstancesService extends Instances {
  constructor(
    private readonly starts: StartService,
    private readonly commands: CommandService,
    private readonly sessions: OpenSessions,
    private readonly lists: InstanceListRepository,
    private readonly suspension: SuspensionService,
  ) {
    super();
  }

  start(tx: Tx, start: StartInstance): Promise<InstanceView> {
    return this.starts.start(tx, start);
  }

  async find(tx: Tx, instanceId: string): Promise<InstanceView | undefined> {
    const running = this.sessions.findRunning(tx, instanceId);
    if (running) return viewOf(running);
    const instance = await this.sessions.find(tx, instanceId);
    return instance && this.viewOf(tx, instance);
  }

  async require(tx: Tx, instanceId: string): Promise<InstanceView> {
    const found = await this.find(tx, instanceId);
    if (!found) throw engineErrors.INSTANCE_MISSING({ instanceId });
    return found;
  }

  async lock(tx: Tx, instanceId: string): Promise<InstanceView> {
    const running = this.sessions.findRunning(tx, instanceId);
    return running ? viewOf(running) : this.viewOf(tx, await this.sessions.lock(tx, instanceId));
  }

  list(tx: Tx, query: InstanceQuery): Promise<Page<InstanceSummary>> {
    return this.lists.list(tx, query);
  }

  async setVariables(tx: Tx, instanceId: string, patch: JsonObject): Promise<void> {
    const running = this.sessions.findRunning(tx, instanceId);
    if (running) running.patchVariables(patch);
    else await this.sessions.saveVariables(tx, instanceId, patch);
    tx.emit(engineEvents.variablesChanged({ patch }, { instanceId }));
  }

  async message(tx: Tx, message: { instanceId: string; name: string; output?: JsonObject }): Promise<void> {
    const { instanceId, name, output = {} } = message;
    const session = await this.sessions.open(tx, instanceId);
    const wait = session.waits.find(({ kind, messageName }) => kind === 'message' && messageName === name);
    if (!wait) throw engineErrors.NOBODY_LISTENS({ instanceId, name });
    tx.emit(engineEvents.messageReceived({ name, output, executionId: wait.executionId }, { instanceId }));
    await this.commands.run(tx, session, { kind: 'message', executionId: wait.executionId, output });
  }

  async terminate(tx: Tx, instanceId: string, reason: string): Promise<void> {
    const running = this.sessions.findRunning(tx, instanceId);
    if (!running) await this.suspension.wake(tx, await this.sessions.lock(tx, instanceId));
    const session = running ?? (await this.sessions.open(tx, instanceId));
    session.reason = reason;
    await this.commands.run(tx, session, { kind: 'terminate' });
  }

  async suspend(tx: Tx, instanceId: string, reason: string): Promise<InstanceView> {
    return this.viewOf(tx, await this.suspension.suspend(tx, instanceId, reason));
  }

  async resume(tx: Tx, instanceId: string, reason: string): Promise<InstanceView> {
    return this.viewOf(tx, await this.suspension.resume(tx, instanceId, reason));
  }

  async parentOf(tx: Tx, instanceId: string): Promise<ParentLink | undefined> {
    return (await this.sessions.find(tx, instanceId))?.parent;
  }

  async model(tx: Tx, instanceId: string): Promise<ProcessModel> {
    const instance = this.sessions.findRunning(tx, instanceId)?.instance ?? (await this.sessions.find(tx, instanceId));
    if (!instance) throw engineErrors.INSTANCE_MISSING({ instanceId });
    return (await this.sessions.definitionOf(tx, instance)).model;
  }

  private async viewOf(tx: Tx, instance: LoadedInstance): Promise<InstanceView> {
    const { process } = await this.sessions.definitionOf(tx, instance);
    return instanceView(instance, instance.state ? waitsOf(process, instance.state) : []);
  }
}
