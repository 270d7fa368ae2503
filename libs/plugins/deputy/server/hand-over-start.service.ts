import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Jobs, type Tx } from '@fashen/plugin-api';
import { deputyErrors, deputyEvents, type HandOverItem, type HandOverSubject, type NewHandOver } from '../model';
import { DeputyService } from './deputy.service';
import { HAND_OVER_JOB } from './hand-over.job';
import { type HandOver, HandOverRepository } from './hand-over.repository';
import { HandOverSurveyService } from './hand-over-survey.service';
import { subjectOf } from './task-hand-over';

/** Begins a hand-over: its list, and one job per entry. */
@Injectable()
export class HandOverStartService {
  constructor(
    private readonly repository: HandOverRepository,
    private readonly surveys: HandOverSurveyService,
    private readonly deputies: DeputyService,
    private readonly jobs: Jobs,
  ) {}

  async start(tx: Tx, body: NewHandOver): Promise<HandOver> {
    return this.begin(tx, body, await this.surveys.of(tx, body.leaverId));
  }

  /** The open tasks a rule speaks of. */
  async startForRule(tx: Tx, ruleId: string): Promise<HandOver> {
    const rule = await this.deputies.requireOwn(tx, ruleId);
    if (rule.endedAt !== undefined || rule.toAt <= tx.now.getTime()) throw deputyErrors.ALREADY_ENDED({ ruleId });
    const subjects = (await this.deputies.openTasks(tx, rule)).map(subjectOf);
    return this.begin(tx, { leaverId: rule.principalId, successorId: rule.deputyId, reason: rule.reason }, subjects);
  }

  private async begin(tx: Tx, body: NewHandOver, subjects: readonly HandOverSubject[]): Promise<HandOver> {
    const handOver: HandOver = { ...body, id: randomUUID(), createdBy: tx.actor.personId, createdAt: tx.now.getTime() };
    const items = subjects.map((subject, index): HandOverItem => ({ ...subject, id: randomUUID(), seq: index + 1, state: 'PENDING' }));
    await this.repository.add(tx, handOver, items);
    for (const { id: itemId } of items)
      await this.jobs.add(tx, { type: HAND_OVER_JOB, payload: { itemId }, uniqueKey: `deputy:${itemId}` });
    const told = { handOverId: handOver.id, leaverId: body.leaverId, items: items.length };
    tx.emit(deputyEvents.handOverStarted(told, { reason: body.reason }));
    return handOver;
  }
}
