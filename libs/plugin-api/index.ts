/**
 * The contract between Fashen and its plugins. Read in this order: `workflow-plugin`, `request-context`, `activity-behavior`,
 * `workflow-event`, `workflow-error`, `job`, `merge-patch`, `model-lint`, `drawn-names`, `task-operation`, `ports`, `moves`, `views`, `try-out`.
 */
export { definePlugin, configToken } from './workflow-plugin';
export type { Class, PortProvider, Schema, WorkflowPlugin } from './workflow-plugin';
export { isCovered } from './acting';
export type { ActingFor, ActingScope, TaskForOther, TaskMove } from './acting';
export { systemActor } from './request-context';
export type { Actor, Idempotency, Locale, RequestContext, Tx } from './request-context';
export type { Activity, ActivityBehavior, Completion, EndingSeat, Step, WaitingTask } from './activity-behavior';
export { defineEvent } from './workflow-event';
export type { EventFactory, EventOptions, EventSubscriber, Json, JsonObject, WorkflowEvent } from './workflow-event';
export { declaredErrorCodes, defineErrors, isWorkflowError, WorkflowError } from './workflow-error';
export type { ErrorKind } from './workflow-error';
export type { JobAtHand, JobHandler, JobOutcome, NewJob, ReadOnce } from './job';
export type { DrawnName, NameCheck, NameFault, NameReader } from './drawn-names';
export { mergePatch } from './merge-patch';
export type { LintFinding, LintRule, Messages, ModelElement, ModelFlow, PluginMessages, ProcessModel } from './model-lint';
export type { Page, PageRequest } from './page';
export { Moves } from './moves';
export type { BackMove, CourseSurvey, CourseVisit, JumpMove, MigrationMisfit, MigrationMove, MovePreview, VisitCause } from './moves';
export type { Affected, Operated, OperateMode } from './operation';
export { TaskOperations } from './task-operation';
export type { OperationOffer, TaskOperation } from './task-operation';
export {
  CaseAccess,
  Clock,
  Decisions,
  Definitions,
  Deputies,
  Directory,
  Instances,
  Jobs,
  principalsOf,
  Sessions,
  Tasks,
  Texts,
  TryOuts,
  UnitOfWork,
} from './ports';
export type { TryOut, TryOutAct, TryOutAgreement, TryOutDifference, TryOutEnd, TryOutPlace, TryOutRequest, TryOutWait } from './try-out';
export { WAITING_MARKS } from './views';
export type {
  Certificate,
  CompleteTask,
  DecisionExplanation,
  DecisionResult,
  DefinitionView,
  DraftView,
  HeldTasks,
  Incident,
  InstanceQuery,
  InstanceStatus,
  InstanceSummary,
  InstanceView,
  NewSeat,
  Person,
  SeatEnd,
  Session,
  Unit,
  StartInstance,
  TaskAssignment,
  TaskKind,
  TaskQuery,
  TaskState,
  TaskView,
  Trail,
} from './views';
