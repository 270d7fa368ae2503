import { Injectable } from '@nestjs/common';
import { Tasks, type Tx } from '@fashen/plugin-api';
import { OpinionDrafts } from '../model';
import { DraftRepository } from './draft.repository';
import { DraftService } from './draft.service';

/** The same words for several tasks, each as a draft of its own. */
@Injectable()
export class OpinionDraftsService extends OpinionDrafts {
  constructor(
    private readonly drafts: DraftService,
    private readonly repository: DraftRepository,
    private readonly tasks: Tasks,
  ) {
    super();
  }

  async asksForSignature(tx: Tx, taskId: string): Promise<boolean> {
    const policy = await this.drafts.policyOf(tx, await this.tasks.require(tx, taskId));
    return policy !== undefined && policy.signature !== 'none';
  }

  async write(tx: Tx, taskId: string, text: string): Promise<void> {
    const task = await this.tasks.require(tx, taskId);
    if (!(await this.drafts.policyOf(tx, task))) return;
    const { instanceId, nodeId, rowVersion: baseVersion } = task;
    const { personId } = tx.actor;
    const savedAt = tx.now.getTime();
    const before = await this.repository.find(tx, taskId, personId);
    const revision = (before?.revision ?? 0) + 1;
    const place = { taskId, instanceId, nodeId, personId };
    await this.repository.replace(tx, {
      ...place,
      baseVersion,
      revision,
      savedAt,
      formRevision: before?.formRevision ?? 0,
      opinion: { text, clauses: [] },
    });
  }
}
