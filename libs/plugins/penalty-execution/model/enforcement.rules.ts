import type { WorkflowError } from '@fashen/plugin-api';
import type { Day } from '@fashen/plugins/calendar/model';
import type { LateFine } from './late-fine.rules';
import { penaltyExecutionErrors as errors } from './penalty-execution.errors';
import type { CourtApplication, Payment, Remedy } from './penalty-execution.schema';
import { isRevoked, pendingRemedy } from './remedy.rules';

/** A period of the case: its last day, or only the raw one where the calendar is missing. */
export interface KnownEnd {
  readonly dueDay?: Day;
  readonly rawDay: Day;
}

/** Where a case stands before the court is asked. */
export interface BeforeCourt {
  /** The day on which the court is asked. */
  readonly today: Day;
  /** The longest period in which the party may contest the decision. */
  readonly remedy?: KnownEnd;
  /** The days after the demand. */
  readonly demand?: KnownEnd;
  readonly remedies: readonly Remedy[];
}

/** Why a payment cannot be noted so: nothing readable, or less than is owed without a reason. */
export function paymentRefusal(payment: Payment, owed: { readonly fine: number; readonly late: LateFine }): WorkflowError | undefined {
  const { paidOn, amount, lateAmount = 0, reduction = '' } = payment;
  if (!paidOn || amount === undefined) return errors.PAYMENT_UNCLEAR();
  const isEnough = amount >= owed.fine && (lateAmount >= owed.late.amount || reduction.trim() !== '');
  return isEnough ? undefined : errors.PAID_TOO_LITTLE({ fine: owed.fine, lateFine: owed.late.amount });
}

/** The same while the last day of paying is not known: no later than the raw day it was in time, and later nobody can say what it costs. */
export function earlyPaymentRefusal(payment: Payment, owed: { readonly fine: number; readonly rawDay: Day }): WorkflowError | undefined {
  const { paidOn, amount } = payment;
  if (!paidOn || amount === undefined) return errors.PAYMENT_UNCLEAR();
  if (paidOn.slice(0, 10) > owed.rawDay) return errors.CALENDAR_MISSING({ day: owed.rawDay });
  return amount >= owed.fine ? undefined : errors.PAID_TOO_LITTLE({ fine: owed.fine, lateFine: 0 });
}

/** Why the court cannot be asked yet, or not at all (行政强制法 art. 53, 54). */
export function courtRefusal({ today, remedy, demand, remedies }: BeforeCourt): WorkflowError | undefined {
  if (isRevoked(remedies)) return errors.DECISION_REVOKED();
  if (pendingRemedy(remedies)) return errors.REMEDY_PENDING();
  return runningRefusal(remedy, today, errors.REMEDY_OPEN) ?? runningRefusal(demand, today, errors.DEMAND_RUNNING);
}

function runningRefusal(
  end: KnownEnd | undefined,
  today: Day,
  running: (params: { until: Day }) => WorkflowError,
): WorkflowError | undefined {
  if (!end) return errors.DEMAND_UNCLEAR();
  const earliest = end.dueDay ?? end.rawDay;
  if (earliest >= today) return running({ until: earliest });
  return end.dueDay === undefined ? errors.CALENDAR_MISSING({ day: end.rawDay }) : undefined;
}

/** Why an application cannot be noted as filed: no day, or too late without a reason. */
export function filingRefusal({ filedOn, lateReason = '' }: CourtApplication, term?: KnownEnd): WorkflowError | undefined {
  if (!filedOn) return errors.APPLICATION_UNCLEAR();
  const last = term?.dueDay ?? term?.rawDay;
  const isLate = last !== undefined && filedOn.slice(0, 10) > last;
  return isLate && lateReason.trim() === '' ? errors.LATE_REASON_MISSING({ until: last }) : undefined;
}
