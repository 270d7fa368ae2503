import { Injectable } from '@nestjs/common';
import type { InstanceStatus, Tx } from '@fashen/plugin-api';
import { engineErrors } from '../engine.errors';
import { engineEvents } from '../engine.events';
import { JobRepository } from '../job/job.repository';
import { InstanceRepository } from './instance.repository';
import { type LoadedInstance, requireRunning } from './loaded-instance';
import { OpenSessions } from './open-sessions';

/**
 * Stops instances and lets them go on. Called instances stop and go on with their caller: what ends while its caller sleeps would have
 * nobody to tell. Jobs are put aside by their state, so that whoever looks for due work does not even see them.
 */
@Injectable()
export class SuspensionService {
  constructor(
    private readonly sessions: OpenSessions,
    private readonly instances: InstanceRepository,
    private readonly jobs: JobRepository,
  ) {}

  async suspend(tx: Tx, instanceId: string, reason: string): Promise<LoadedInstance> {
    const instance = await this.lockIdle(tx, instanceId);
    requireRunning(instance);
    for (const changed of await this.change(tx, instance, 'SUSPENDED'))
      tx.emit(engineEvents.instanceSuspended({ status: 'SUSPENDED' }, { instanceId: changed, reason }));
    return instance;
  }

  async resume(tx: Tx, instanceId: string, reason: string): Promise<LoadedInstance> {
    const instance = await this.lockIdle(tx, instanceId);
    const { status, parent } = instance;
    if (status !== 'SUSPENDED') throw engineErrors.NOT_SUSPENDED({ instanceId, status });
    const caller = parent && (await this.sessions.find(tx, parent.instanceId));
    if (caller?.status === 'SUSPENDED') throw engineErrors.INSTANCE_SUSPENDED({ instanceId: caller.id });
    for (const changed of await this.change(tx, instance, 'RUNNING'))
      tx.emit(engineEvents.instanceResumed({ status: 'RUNNING' }, { instanceId: changed, reason }));
    return instance;
  }

  /** Lets a suspended instance go on in order to end it at once; one that runs is left alone. */
  async wake(tx: Tx, instance: LoadedInstance): Promise<LoadedInstance> {
    if (instance.status === 'SUSPENDED') await this.change(tx, instance, 'RUNNING');
    return instance;
  }

  /** Takes the lock of the instance that a call activity started, awake so that it can be ended. Absent when it is over. */
  async lockCalled(tx: Tx, callerId: string, executionId: string): Promise<LoadedInstance | undefined> {
    const found = await this.instances.lockChild(tx, callerId, executionId);
    const called = found && this.sessions.remember(tx, found);
    return called?.status === 'RUNNING' || called?.status === 'SUSPENDED' ? this.wake(tx, called) : undefined;
  }

  private async lockIdle(tx: Tx, instanceId: string): Promise<LoadedInstance> {
    if (this.sessions.findRunning(tx, instanceId)) throw engineErrors.MOVE_NESTED({ instanceId });
    return this.sessions.lock(tx, instanceId);
  }

  /** Changes the instance and all it has called. Answers the ids of those that were not so already. */
  private async change(
    tx: Tx,
    instance: LoadedInstance,
    status: Extract<InstanceStatus, 'RUNNING' | 'SUSPENDED'>,
  ): Promise<readonly string[]> {
    const changed: string[] = [];
    const open = [instance];
    for (let next = open.shift(); next; next = open.shift()) {
      if (next.status !== status) {
        next.status = status;
        await this.instances.replace(tx, next);
        next.revision += 1;
        changed.push(next.id);
      }
      for (const child of await this.instances.lockLiveChildren(tx, next.id)) open.push(this.sessions.remember(tx, child));
    }
    if (changed.length === 0) return changed;
    await (status === 'SUSPENDED' ? this.jobs.hold(tx, changed) : this.jobs.release(tx, changed));
    return changed;
  }
}
