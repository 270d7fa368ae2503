/** What is true about returning, resubmitting, rejecting, withdrawing, taking back and jumping everywhere. */
export { calledKeys, isDemanded } from './called.rules';
export type { CalledModels } from './called.rules';
export { changesBetween, mayRead, touchedBy, valueAt } from './change.rules';
export type { Change } from './change.rules';
export { directRefusal, liveFrames, returnMode } from './frame.rules';
export type { DirectQuestion, Frame, StepwiseReason } from './frame.rules';
export { judgeJump } from './jump.rules';
export type { JumpAnswer, JumpQuestion, JumpReason } from './jump.rules';
export { reworkLint } from './lint';
export { comesAlwaysBefore, stretchOf } from './path.rules';
export { returnTargets } from './return-targets.rules';
export type { Loss, ReturnTarget, TargetQuestion, TargetReason } from './return-targets.rules';
export { ReworkDesk } from './rework-desk';
export { reworkErrors } from './rework.errors';
export { reworkEvents } from './rework.events';
export { defectAnswer, dryRunQuery, jumpBody, newDefect, reasonBody, resubmissionBody, returnBody } from './rework.schema';
export type {
  CaseRework,
  Defect,
  DefectAnswer,
  DryRunQuery,
  EndingKind,
  JumpBody,
  JumpProposal,
  JumpReply,
  MovedReply,
  NewDefect,
  ReasonBody,
  ResubmissionBody,
  ReturnBody,
  ReturnView,
  TargetsReply,
} from './rework.schema';
export { CHOICES, isStatutory, RETURN, returnSettings, WITHDRAWAL, withdrawalSettings, WITHDRAW_UNTIL } from './settings.rules';
export type { ReturnSettings, ReworkMode, WithdrawalSettings } from './settings.rules';
export { takingBackRefusal } from './taking-back.rules';
export type { Opening, TakingBackQuestion, TakingBackReason, TakingBackRefusal } from './taking-back.rules';
export { withdrawalRefusal } from './withdrawal.rules';
export type { WithdrawalQuestion, WithdrawalReason } from './withdrawal.rules';
