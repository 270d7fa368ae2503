import { Injectable } from '@nestjs/common';
import type { JsonObject, Tx } from '@fashen/plugin-api';
import { engineErrors } from '../engine.errors';
import { engineEvents } from '../engine.events';
import { CommandService } from './command.service';
import type { LoadedInstance } from './loaded-instance';
import { OpenSessions } from './open-sessions';
import { SuspensionService } from './suspension.service';

/** What is done to an instance from outside its tasks: messages, its end, its rest. */
@Injectable()
export class InstanceActsService {
  constructor(
    private readonly commands: CommandService,
    private readonly sessions: OpenSessions,
    private readonly suspension: SuspensionService,
  ) {}

  async message(tx: Tx, { instanceId, name, output = {} }: { instanceId: string; name: string; output?: JsonObject }): Promise<void> {
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

  suspend(tx: Tx, instanceId: string, reason: string): Promise<LoadedInstance> {
    return this.suspension.suspend(tx, instanceId, reason);
  }

  resume(tx: Tx, instanceId: string, reason: string): Promise<LoadedInstance> {
    return this.suspension.resume(tx, instanceId, reason);
  }
}
