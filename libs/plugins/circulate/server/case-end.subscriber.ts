import { Injectable } from '@nestjs/common';
import { type EventSubscriber, Instances, type Tx, type WorkflowEvent } from '@fashen/plugin-api';
import { COPY, copyRule } from '../model';
import { SendingService } from './sending.service';

/** Sends the copies that steps ask for at the end of the case. A step that was never reached sends none. */
@Injectable()
export class CaseEndSubscriber implements EventSubscriber {
  readonly event = 'engine.instance*';
  readonly when = 'inTransaction';

  constructor(
    private readonly instances: Instances,
    private readonly sending: SendingService,
  ) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    const ended = events.filter(({ name }) => name === 'engine.instanceEnded' || name === 'engine.instanceTerminated');
    for (const instanceId of new Set(ended.map((event) => event.instanceId))) {
      if (instanceId !== undefined) await this.sendAtEnd(tx, instanceId);
    }
  }

  private async sendAtEnd(tx: Tx, instanceId: string): Promise<void> {
    const { variables, trail } = await this.instances.require(tx, instanceId);
    const model = await this.instances.model(tx, instanceId);
    for (const { id: nodeId, extensions } of model.elements.values()) {
      const drawn = extensions[COPY];
      if (!drawn || !trail.nodes[nodeId]) continue;
      await this.sending.sendDrawn(tx, { rule: copyRule.parse(drawn), instanceId, nodeId, variables }, 'end');
    }
  }
}
