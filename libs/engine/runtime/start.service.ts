import { Injectable } from '@nestjs/common';
import type { InstanceView, StartInstance, Tx } from '@fashen/plugin-api';
import { type Definition, DefinitionStore } from '../definition/definition-store';
import { engineErrors } from '../engine.errors';
import { CommandService } from './command.service';
import { viewOf } from './session-view';
import { SubscriptionRepository } from './subscription.repository';

/** Starts instances: at the plain start event, or at the one that waits for a message. */
@Injectable()
export class StartService {
  constructor(
    private readonly commands: CommandService,
    private readonly definitions: DefinitionStore,
    private readonly subscriptions: SubscriptionRepository,
  ) {}

  async start(tx: Tx, start: StartInstance): Promise<InstanceView> {
    const { businessKey, title, variables = {} } = start;
    const { definition, startEventId } = await this.startOf(tx, start);
    const session = await this.commands.start(tx, { definition, businessKey, title, variables, ...(startEventId && { startEventId }) });
    return viewOf(session);
  }

  private async startOf(tx: Tx, start: StartInstance): Promise<{ definition: Definition; startEventId?: string }> {
    const { definitionKey: key, messageName } = start;
    if (messageName) return this.messageStartOf(tx, key, messageName);
    const { definitionId } = start;
    const definition = definitionId ? await this.definitions.require(tx, definitionId) : await this.definitions.findLatest(tx, key);
    if (!definition) throw engineErrors.NO_SUCH_PROCESS({ key });
    if (!definition.process.startId) throw engineErrors.NO_SUCH_START({ key });
    return { definition };
  }

  private async messageStartOf(tx: Tx, key: string, messageName: string): Promise<{ definition: Definition; startEventId: string }> {
    const start = await this.subscriptions.findStart(tx, key, messageName);
    if (!start) throw engineErrors.NO_SUCH_START({ key, messageName });
    return { definition: await this.definitions.require(tx, start.definitionId), startEventId: start.nodeId };
  }
}
