import { Injectable, Optional } from '@nestjs/common';
import { Deputies, Directory, type JsonObject, type TaskView, type Tx } from '@fashen/plugin-api';
import type { PlannedNotice } from '../model';

/** Tells whoever stands in for the holder of a new task, as long as a rule is in force. Without the plugin `deputy` nobody stands in. */
@Injectable()
export class DeputyNotices {
  constructor(
    private readonly directory: Directory,
    @Optional() private readonly deputies?: Deputies,
  ) {}

  /** What is told besides the planned notices. Where the holder is told nothing, nobody is: they took the task themselves. */
  async of(
    tx: Tx,
    task: TaskView,
    planned: readonly PlannedNotice[],
  ): Promise<readonly (PlannedNotice & { readonly params: JsonObject })[]> {
    const { assigneeId } = task;
    const isNew = planned.some(({ kind, to }) => kind === 'taskAssigned' && to.includes(`person:${assigneeId ?? ''}`));
    if (assigneeId === undefined || !isNew) return [];
    const deputyId = await this.deputies?.deputyOf(tx, assigneeId, task);
    if (deputyId === undefined || deputyId === tx.actor.personId) return [];
    const principal = (await this.directory.find(tx, assigneeId))?.name ?? assigneeId;
    return [{ kind: 'taskForOther', to: [`person:${deputyId}`], params: { principal } }];
  }
}
