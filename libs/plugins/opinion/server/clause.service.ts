import { Injectable } from '@nestjs/common';
import { CaseAccess, Tasks, type Tx } from '@fashen/plugin-api';
import { OpinionRepository } from './opinion.repository';

const MOST_CLAUSES = 100;

/** Clauses to choose from. */
@Injectable()
export class ClauseService {
  constructor(
    private readonly access: CaseAccess,
    private readonly tasks: Tasks,
    private readonly opinions: OpinionRepository,
  ) {}

  /** Clauses that opinions on the task's case have cited, latest first; then those of the actor's own opinions elsewhere. */
  async list(tx: Tx, taskId: string): Promise<readonly string[]> {
    const task = await this.tasks.require(tx, taskId);
    const { instanceId } = task;
    await this.access.requireOfTask(tx, task);
    const [ofCase, own] = [await this.opinions.ofCase(tx, instanceId), await this.opinions.ofPerson(tx, tx.actor.personId)];
    const cited = [...[...ofCase].reverse(), ...own].flatMap(({ clauses }) => clauses);
    return [...new Set(cited)].slice(0, MOST_CLAUSES);
  }
}
