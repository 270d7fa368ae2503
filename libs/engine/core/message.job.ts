import { Injectable } from '@nestjs/common';
import type { JobHandler, JsonObject, Tx } from '@fashen/plugin-api';
import { InstanceActsService, MESSAGE_JOB } from '../runtime/instance-acts.service';

/** Delivers a message that came while its instance was suspended. It is held with the instance's other jobs and let go with them. */
@Injectable()
export class MessageJob implements JobHandler<{ name: string; output: JsonObject }> {
  readonly type = MESSAGE_JOB;

  constructor(private readonly acts: InstanceActsService) {}

  async run(tx: Tx, { name, output }: { name: string; output: JsonObject }, job: { readonly instanceId?: string }): Promise<void> {
    await this.acts.message(tx, { instanceId: job.instanceId ?? '', name, output });
  }
}
