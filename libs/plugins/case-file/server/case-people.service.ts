import { Injectable } from '@nestjs/common';
import { Directory, Tasks, type Tx } from '@fashen/plugin-api';
import type { NamedTask } from '../model';

/** The tasks of a case, with the names of the people on them. */
@Injectable()
export class CasePeopleService {
  constructor(
    private readonly tasks: Tasks,
    private readonly directory: Directory,
  ) {}

  async tasksOf(tx: Tx, instanceId: string): Promise<readonly NamedTask[]> {
    const tasks = await this.tasks.ofInstance(tx, instanceId);
    const names = await this.directory.names(
      tx,
      tasks.flatMap((task) => [task.assigneeId, task.endedBy]).filter((id) => id !== undefined),
    );
    const nameOf = (id: string | undefined): string | undefined => (id === undefined ? undefined : names.get(id));
    return tasks.map((task) => ({ ...task, assigneeName: nameOf(task.assigneeId), endedByName: nameOf(task.endedBy) }));
  }

  /** Name of one person; the id when nobody has it. */
  async nameOf(tx: Tx, personId: string): Promise<string> {
    return (await this.directory.names(tx, [personId])).get(personId) ?? personId;
  }
}
