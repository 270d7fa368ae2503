import { Injectable } from '@nestjs/common';
import { CaseAccess, Definitions, Instances, type InstanceSummary, type Page, principalsOf, type Tx } from '@fashen/plugin-api';
import type { CaseListQuery, CaseReply, DiagramReply, NamedTask } from '../model';
import { CasePeopleService } from './case-people.service';

/** Shows cases to those who may see them. */
@Injectable()
export class CaseReadingService {
  constructor(
    private readonly access: CaseAccess,
    private readonly instances: Instances,
    private readonly definitions: Definitions,
    private readonly people: CasePeopleService,
  ) {}

  /** Cases the person may see, newest first. */
  list(tx: Tx, query: CaseListQuery): Promise<Page<InstanceSummary>> {
    return this.instances.list(tx, { ...query, visibleTo: tx.actor });
  }

  async get(tx: Tx, caseId: string): Promise<CaseReply> {
    const instance = await this.access.require(tx, caseId);
    const tasks = await this.people.tasksOf(tx, caseId);
    const startedByName = await this.people.nameOf(tx, instance.startedBy);
    return { instance: { ...instance, startedByName }, tasks, canAct: tasks.some((task) => isOffered(tx, task)) };
  }

  /** The drawing of the version this case runs, and what of it was walked. */
  async diagram(tx: Tx, caseId: string): Promise<DiagramReply> {
    const { definitionId, trail, waiting } = await this.access.require(tx, caseId);
    const xml = await this.definitions.xml(tx, definitionId);
    const tasks = await this.people.tasksOf(tx, caseId);
    return { xml, trail, waiting, tasks: tasks.filter(isOpen) };
  }
}

function isOpen(task: NamedTask): boolean {
  return task.state === 'READY' || task.state === 'ASSIGNED';
}

function isOffered(tx: Tx, task: NamedTask): boolean {
  if (task.state === 'ASSIGNED') return task.assigneeId === tx.actor.personId;
  return task.state === 'READY' && principalsOf(tx.actor).some((principal) => task.candidates.includes(principal));
}
