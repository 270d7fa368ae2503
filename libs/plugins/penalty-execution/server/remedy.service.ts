import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { CaseClocks } from '@fashen/plugins/deadline/model';
import {
  dayRefusal,
  type FilingBody,
  type OutcomeBody,
  penaltyExecutionErrors as errors,
  penaltyExecutionEvents,
  pendingRemedy,
  type Remedy,
  takesBack,
  unwithdrawn,
  type WithdrawalBody,
} from '../model';
import { EntryRepository } from './entry.repository';
import { dayIn } from './execution-state.service';
import { ServedCaseService } from './served-case.service';

/** Key of the clock by which a publication is withdrawn. */
const WITHDRAWAL = 'withdrawal';

/** Notes disputes about a decision. Each case has one that runs at most. */
@Injectable()
export class RemedyService {
  constructor(
    private readonly cases: ServedCaseService,
    private readonly entries: EntryRepository,
    private readonly clocks: CaseClocks,
  ) {}

  /** The party has asked for reconsideration, or sued: nothing accrues from this day on. */
  async file(tx: Tx, caseId: string, { kind, filedOn, note }: FilingBody): Promise<Remedy> {
    const state = await this.cases.lock(tx, caseId);
    if (pendingRemedy(state.remedies)) throw errors.ALREADY_PENDING();
    const servedOn = dayIn(state.variables, 'service.servedOn') ?? filedOn;
    const refusal = dayRefusal(filedOn, { today: state.today, notBefore: servedOn });
    if (refusal) throw refusal;
    const id = await this.entries.add(tx, { caseId, kind: 'FILED', what: kind, day: filedOn, note });
    tx.emit(penaltyExecutionEvents.remedyFiled({ remedyId: id, kind, filedOn }, { instanceId: caseId, ...(note && { reason: note }) }));
    return { id, kind, filedOn, filingNote: note };
  }

  /** How it ended. Where the published decision does not stand as it was, its withdrawal begins to be due. */
  async decide(tx: Tx, caseId: string, remedyId: string, body: OutcomeBody): Promise<Remedy> {
    const state = await this.cases.lock(tx, caseId);
    const remedy = state.remedies.find(({ id }) => id === remedyId);
    if (!remedy) throw errors.REMEDY_MISSING({ remedyId });
    if (remedy.outcome !== undefined) throw errors.ALREADY_DECIDED();
    const { outcome, receivedOn, note } = body;
    const refusal = dayRefusal(receivedOn, { today: state.today, notBefore: remedy.filedOn });
    if (refusal) throw refusal;
    await this.entries.add(tx, { caseId, remedyId, kind: 'DECIDED', what: outcome, day: receivedOn, note });
    const withdraws = takesBack(outcome) && dayIn(state.variables, 'disclosure.publishedOn') !== undefined;
    if (withdraws) await this.clocks.arm(tx, { instanceId: caseId, key: WITHDRAWAL, startDay: receivedOn });
    const told = { remedyId, outcome, receivedOn, withdraws };
    tx.emit(penaltyExecutionEvents.remedyDecided(told, { instanceId: caseId, reason: note }));
    return { ...remedy, outcome, receivedOn, outcomeNote: note };
  }

  /** The publication was withdrawn and the reason made public. */
  async withdraw(tx: Tx, caseId: string, { withdrawnOn, reason }: WithdrawalBody): Promise<Remedy> {
    const state = await this.cases.lock(tx, caseId);
    const remedy = unwithdrawn(state.remedies);
    if (!remedy || dayIn(state.variables, 'disclosure.publishedOn') === undefined) throw errors.NOTHING_TO_WITHDRAW();
    const refusal = dayRefusal(withdrawnOn, { today: state.today, notBefore: remedy.receivedOn ?? remedy.filedOn });
    if (refusal) throw refusal;
    const { id: remedyId } = remedy;
    await this.entries.add(tx, { caseId, remedyId, kind: 'WITHDRAWN', what: '', day: withdrawnOn, note: reason });
    await this.clocks.end(tx, caseId, WITHDRAWAL);
    tx.emit(penaltyExecutionEvents.publicationWithdrawn({ remedyId, withdrawnOn }, { instanceId: caseId, reason }));
    return { ...remedy, withdrawnOn, withdrawalReason: reason };
  }
}
