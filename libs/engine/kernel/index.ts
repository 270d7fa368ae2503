/** The token kernel: runs compiled processes on compact states, without I/O, clock or chance. */
export { compileProcess } from './compile';
export { kernelErrors } from './kernel.errors';
export { elementMap, isMisfit, migrate, trailIn } from './migrate';
export type { ElementMap, Migrated, Migration, Misfit } from './migrate';
export { rebuild, replay } from './rebuild';
export type { Rebuilt, Undo } from './rebuild';
export { startSubscriptions } from './start-subscriptions';
export { readState } from './state';
export { step } from './step';
export type {
  Act,
  ClosedWait,
  CompiledNode,
  CompiledProcess,
  CourseStep,
  Ended,
  KernelEnv,
  KernelState,
  Snapshot,
  StartSubscription,
  StepResult,
  Wait,
  WaitKind,
} from './types';
export { unsupported } from './unsupported';
export { waitKindOf, waitsOf } from './waits';
