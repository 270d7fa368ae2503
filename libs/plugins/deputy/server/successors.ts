import { Injectable } from '@nestjs/common';
import { Directory, type TaskView, type Tx } from '@fashen/plugin-api';
import { Duties } from '@fashen/plugins/assignment/model';
import { deputyErrors } from '../model';

/** Who may take over. */
@Injectable()
export class Successors {
  constructor(
    private readonly directory: Directory,
    private readonly duties: Duties,
  ) {}

  async requireActive(tx: Tx, personId: string): Promise<void> {
    if (!(await this.directory.find(tx, personId))?.active) throw deputyErrors.TARGET_INACTIVE({ personId });
  }

  async nameOf(tx: Tx, personId: string): Promise<string> {
    return (await this.directory.names(tx, [personId])).get(personId) ?? personId;
  }

  /** Duties apart. */
  async requireMayTake(tx: Tx, task: TaskView, personId: string): Promise<void> {
    await this.duties.requireMayTake(tx, task, personId);
  }
}
