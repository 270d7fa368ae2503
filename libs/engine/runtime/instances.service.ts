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
import { InstanceActsService } from './instance-acts.service';
import { InstanceListRepository } from './instance-list.repository';
import { instanceView, type LoadedInstance, type ParentLink } from './loaded-instance';
import { OpenSessions } from './open-sessions';
import { viewOf } from './session-view';
import { StartService } from './start.service';

/** Process instances. */
@Injectable()
export class InstancesService extends Instances {
  constructor(
    private readonly starts: StartService,
    private readonly acts: InstanceActsService,
    private readonly sessions: OpenSessions,
    private readonly lists: InstanceListRepository,
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

  message(tx: Tx, message: { instanceId: string; name: string; output?: JsonObject }): Promise<void> {
    return this.acts.message(tx, message);
  }

  terminate(tx: Tx, instanceId: string, reason: string): Promise<void> {
    return this.acts.terminate(tx, instanceId, reason);
  }

  async suspend(tx: Tx, instanceId: string, reason: string): Promise<InstanceView> {
    return this.viewOf(tx, await this.acts.suspend(tx, instanceId, reason));
  }

  async resume(tx: Tx, instanceId: string, reason: string): Promise<InstanceView> {
    return this.viewOf(tx, await this.acts.resume(tx, instanceId, reason));
  }

  async parentOf(tx: Tx, instanceId: string): Promise<ParentLink | undefined> {
    return (this.sessions.findRunning(tx, instanceId)?.instance ?? (await this.sessions.find(tx, instanceId)))?.parent;
  }

  async model(tx: Tx, instanceId: string): Promise<ProcessModel> {
    const instance = this.sessions.findRunning(tx, instanceId)?.instance ?? (await this.sessions.find(tx, instanceId));
    if (!instance) throw engineErrors.INSTANCE_MISSING({ instanceId });
    return (await this.sessions.definitionOf(tx, instance)).model;
  }

  flag(tx: Tx, instanceId: string, flag: string): Promise<void> {
    return this.sessions.addFlag(tx, instanceId, flag);
  }

  async isFlagged(tx: Tx, instanceId: string, flag: string): Promise<boolean> {
    const instance = this.sessions.findRunning(tx, instanceId)?.instance ?? (await this.sessions.find(tx, instanceId));
    return instance?.flags?.includes(flag) ?? true;
  }

  private async viewOf(tx: Tx, instance: LoadedInstance): Promise<InstanceView> {
    const { process } = await this.sessions.definitionOf(tx, instance);
    return instanceView(instance, instance.state ? waitsOf(process, instance.state) : []);
  }
}
