/** What comes after a penalty decision: collecting the fine, the court, disputes and what follows from them. */
export { courtRefusal, earlyPaymentRefusal, filingRefusal, paymentRefusal } from './enforcement.rules';
export type { BeforeCourt, KnownEnd } from './enforcement.rules';
export { lateFineOn } from './late-fine.rules';
export type { LateFine, LateFineFacts, Pause } from './late-fine.rules';
export { penaltyExecutionErrors } from './penalty-execution.errors';
export { penaltyExecutionEvents } from './penalty-execution.events';
export { penaltyExecutionLint } from './penalty-execution.lint';
export {
  courtOf,
  demandServedOn,
  dryRunQuery,
  filingBody,
  fineBinding,
  fineOf,
  lateFineRule,
  lateFineRuleOf,
  outcomeBody,
  OUTCOMES,
  paymentOf,
  REMEDY_KINDS,
  STEPS,
  withdrawalBody,
} from './penalty-execution.schema';
export type {
  CourtApplication,
  DryRunQuery,
  ExecutionReply,
  FilingBody,
  LateFineRule,
  Outcome,
  OutcomeBody,
  Payment,
  Remedy,
  WithdrawalBody,
} from './penalty-execution.schema';
export { dayRefusal, isRevoked, pausesOf, pendingRemedy, takesBack, unwithdrawn } from './remedy.rules';
