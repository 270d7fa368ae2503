import { Injectable } from '@nestjs/common';
import { CaseAccess, Tasks, type Tx } from '@fashen/plugin-api';
import { type ClauseOption, clauseOptions } from '../model';
import { CitationService } from './citation.service';
import { OpinionRepository } from './opinion.repository';

const MOST_CLAUSES = 100;

/** Clauses to choose from. */
@Injectable()
export class ClauseService {
  constructor(
    private readonly access: CaseAccess,
    private readonly tasks: Tasks,
    private readonly opinions: OpinionRepository,
    private readonly citations: CitationService,
  ) {}

  /**
   * Clauses that opinions on the task's case have cited, latest first; then those of the actor's own opinions elsewhere; then those of the
   * library. With words to search for, only clauses in which they occur.
   */
  async list(tx: Tx, taskId: string, search = ''): Promise<readonly ClauseOption[]> {
    const task = await this.tasks.require(tx, taskId);
    const { instanceId } = task;
    await this.access.requireOfTask(tx, task);
    const [ofCase, own] = [await this.opinions.ofCase(tx, instanceId), await this.opinions.ofPerson(tx, tx.actor.personId)];
    const cited = [...[...ofCase].reverse(), ...own].flatMap(({ clauses }) => clauses);
    const before = [...new Set(cited)].filter((one) => one.includes(search.trim())).slice(0, MOST_CLAUSES);
    const found = await this.citations.search(tx, instanceId, { search, limit: MOST_CLAUSES });
    return clauseOptions(before, await this.citations.copies(tx, instanceId, before), found).slice(0, MOST_CLAUSES);
  }
}
