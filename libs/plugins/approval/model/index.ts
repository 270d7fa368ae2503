/** What is true about signing together everywhere. */
export { approvalErrors } from './approval.errors';
export { approvalEvents } from './approval.events';
export { addSignersBody, adviceBody, askBody, operateQuery, reasonBody, removeSignerBody, transferBody, voteBody } from './approval.schema';
export type {
  AddSignersBody,
  AdviceBody,
  AskBody,
  OperateQuery,
  ReasonBody,
  RemoveSignerBody,
  TransferBody,
  VoteBody,
} from './approval.schema';
export { groupVerdict } from './ask.rules';
export type { Ask } from './ask.rules';
export type { Board, BoardSeat } from './board';
export { approvalLint } from './lint';
export { signNames } from './drawn-names';
export { hasOwnForm } from './lint/signers-given';
export { neededVotes, thresholdText } from './needed.rules';
export { choiceOf, hasSpoken, isOpenSeat, isTaken, mayBecome, startable, statusOf, votesOf, votingSeats } from './seat.rules';
export type { Seat, SeatKind, SeatOrder, SeatStatus } from './seat.rules';
export { SeatHolders } from './seat-holders';
export type { WaitingSeat } from './seat-holders';
export { SignDesk } from './sign-desk';
export { EACH, EACH_OPERATIONS, marksOf, plainSignRule, SIGN, SIGN_MODES, SIGN_OPERATIONS, signRuleOf } from './sign.schema';
export type { SignOperation, SignRule } from './sign.schema';
export { sumsOf, verdictOf } from './tally.rules';
export type { Choice, Sums, Verdict, Vote, VoteRule } from './tally.rules';
export { fractionOf, thresholdOf } from './threshold.rules';
export type { Fraction, Threshold } from './threshold.rules';
