import { Injectable } from '@nestjs/common';
import { Jobs, type JsonObject, type Tx } from '@fashen/plugin-api';
import { engineErrors } from '../engine.errors';
import { engineEvents } from '../engine.events';
import { CommandService } from './command.service';
import type { LoadedInstance } from './loaded-instance';
import { OpenSessions } from './open-sessions';
import { SuspensionService } from './suspension.service';

/** Type of the job that delivers what came while an instance was suspended. */
export const MESSAGE_JOB = 'engine.message';

/** A message for an instance. */
export interface InstanceMessage {
  readonly instanceId: string;
  readonly name: string;
  readonly output?: JsonObject;
}

/** What is done to an instance from outside its tasks: messages, its end, its rest. */
@Injectable()
export class InstanceActsService {
  constructor(
    private readonly commands: CommandService,
    private readonly sessions: OpenSessions,
    private readonly suspension: SuspensionService,
    private readonly jobs: Jobs,
  ) {}

  /** Delivers a message, or keeps it until a suspended instance goes on: whoever sent it has done so. */
  async message(tx: Tx, { instanceId, name, output = {} }: InstanceMessage): Promise<void> {
    const running = this.sessions.findRunning(tx, instanceId);
    if (!running && (await this.sessions.lock(tx, instanceId)).status === 'SUSPENDED') {
      tx.emit(engineEvents.messageKept({ name }, { instanceId }));
      await this.jobs.add(tx, { type: MESSAGE_JOB, payload: { name, output }, instanceId });
      return;
    }
    const session = running ?? (await this.sessions.open(tx, instanceId));
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

  suspend(tx: Tx, instanceId: string, reason: string): Promise<LoadedInstance> {
    return this.suspension.suspend(tx, instanceId, reason);
  }

  resume(tx: Tx, instanceId: string, reason: string): Promise<LoadedInstance> {
    return this.suspension.resume(tx, instanceId, reason);
  }
}
