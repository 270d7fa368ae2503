import { Injectable } from '@nestjs/common';
import type { JobHandler, JsonObject, Tx } from '@fashen/plugin-api';
import { DefinitionStore } from '../definition/definition-store';
import { TIMER_START, type TimerStart } from '../definition/start-event.service';
import { CommandService } from '../runtime/command.service';

/** Starts an instance when the timer of a start event is due. Such timers fire once for each published version. */
@Injectable()
export class TimerStartJob implements JobHandler {
  readonly type = TIMER_START;

  constructor(
    private readonly definitions: DefinitionStore,
    private readonly commands: CommandService,
  ) {}

  async run(tx: Tx, payload: JsonObject): Promise<void> {
    const start = payload as unknown as TimerStart;
    const definition = await this.definitions.require(tx, start.definitionId);
    const at = tx.now.toISOString();
    await this.commands.start(tx, {
      definition,
      businessKey: `${start.nodeId}-${at}`.slice(-100),
      title: `${definition.view.name} ${at.slice(0, 10)}`.slice(0, 250),
      variables: {},
      startEventId: start.nodeId,
    });
  }
}
