import { Injectable } from '@nestjs/common';
import { CaseAccess, Directory, type TaskView, type Tx } from '@fashen/plugin-api';
import { Duties } from '@fashen/plugins/assignment/model';
import { approvalErrors } from '../model';

/** Who sees the case, who may be given work, and what people are called. */
@Injectable()
export class ApprovalPeople {
  constructor(
    private readonly directory: Directory,
    private readonly duties: Duties,
    private readonly access: CaseAccess,
  ) {}

  /** The task of a case one may not see does not exist. */
  async requireSight(tx: Tx, task: TaskView): Promise<void> {
    await this.access.requireOfTask(tx, task);
  }

  async nameOf(tx: Tx, personId: string): Promise<string> {
    return (await this.directory.names(tx, [personId])).get(personId) ?? personId;
  }

  async requireActive(tx: Tx, personId: string): Promise<void> {
    const person = await this.directory.find(tx, personId);
    if (!person?.active) throw approvalErrors.TARGET_INACTIVE({ personId });
  }

  /** Duties apart, at every change of holder. */
  requireMayTake(tx: Tx, task: TaskView, personId: string): Promise<void> {
    return this.duties.requireMayTake(tx, task, personId);
  }
}
