import { Injectable } from '@nestjs/common';
import type { JobHandler, Tx } from '@fashen/plugin-api';
import { engineEvents } from '../engine.events';
import { CommandService } from '../runtime/command.service';
import { TIMER } from '../runtime/session-writer';

/** Fires a timer of an instance. The runner has made sure that it still waits. */
@Injectable()
export class TimerJob implements JobHandler<{ executionId: string; nodeId: string }> {
  readonly type = TIMER;

  constructor(private readonly commands: CommandService) {}

  async run(tx: Tx, payload: { executionId: string; nodeId: string }, job: { readonly instanceId?: string }): Promise<void> {
    const instanceId = job.instanceId ?? '';
    tx.emit(engineEvents.timerFired({ nodeId: payload.nodeId }, { instanceId }));
    await this.commands.act(tx, instanceId, { kind: 'timer', executionId: payload.executionId });
  }
}
