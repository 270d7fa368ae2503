import { Injectable } from '@nestjs/common';
import type { JsonObject, Tx } from '@fashen/plugin-api';
import { type Day, dayOf, WorkingCalendar } from '@fashen/plugins/calendar/model';
import { CaseClocks, type Clock, valueAt } from '@fashen/plugins/deadline/model';
import { type ExecutionReply, fineOf, isRevoked, lateFineOn, lateFineRuleOf, paymentOf, pausesOf, type Remedy } from '../model';
import { EntryRepository } from './entry.repository';

/** A case after its decision, as rows and case data say. */
export interface ExecutionState {
  readonly caseId: string;
  readonly today: Day;
  readonly variables: JsonObject;
  readonly remedies: readonly Remedy[];
  /** The latest clock of each key, ended ones too. */
  readonly clocks: ReadonlyMap<string, Clock>;
}

/** Reads how a case stands after its decision. */
@Injectable()
export class ExecutionStateService {
  constructor(
    private readonly entries: EntryRepository,
    private readonly caseClocks: CaseClocks,
    private readonly calendar: WorkingCalendar,
  ) {}

  async read(tx: Tx, caseId: string, variables: JsonObject): Promise<ExecutionState> {
    const clocks = new Map((await this.caseClocks.ofCase(tx, caseId)).map((clock) => [clock.key, clock]));
    const today = dayOf(tx.now.getTime(), this.calendar.utcOffsetMinutes);
    return { caseId, today, variables, remedies: await this.entries.remediesOf(tx, caseId), clocks };
  }
}

type Fine = NonNullable<ExecutionReply['fine']>;

/** The fine of a case and what paying late costs; undefined while nothing is due, or when the decision was revoked. */
export function fineOfState({ variables, clocks, remedies, today }: ExecutionState): Fine | undefined {
  const rule = lateFineRuleOf(variables);
  const payBy = clocks.get('payment')?.dueDay;
  const amount = fineOf(variables);
  if (!rule || payBy === undefined || amount === 0 || isRevoked(remedies)) return undefined;
  const payment = paymentOf(variables);
  const paidOn = payment.state === 'PAID' ? payment.paidOn?.slice(0, 10) : undefined;
  const facts = { fine: amount, payBy, pauses: pausesOf(remedies), ...(paidOn !== undefined && { paidOn }) };
  return { amount, payBy, today, rule, late: lateFineOn(rule, facts, today), ...(paidOn !== undefined && { paidOn }) };
}

/** A day in the case data. */
export function dayIn(variables: JsonObject, path: string): Day | undefined {
  const value = valueAt(variables, path);
  return typeof value === 'string' && value !== '' ? value.slice(0, 10) : undefined;
}
