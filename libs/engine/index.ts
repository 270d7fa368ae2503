/** The engine: plugin host, published processes, durable instances, tasks, jobs and outbox behind the ports of `plugin-api`. */
export { checkModel } from './definition/deployment-gate';
export { EngineModule } from './engine.module';
export type { EngineOptions } from './engine.module';
export { engineErrors } from './engine.errors';
export { engineEvents } from './engine.events';
export { verifyInvariants } from './invariants/verify-invariants';
export type { InvariantOptions } from './invariants/verify-invariants';
export type { Violation } from './invariants/violation';
export { JobRunner } from './job/job-runner';
export { compileProcess, step, waitsOf } from './kernel';
export type { Act, CompiledProcess, KernelState, StepResult, Wait } from './kernel';
export { MachineClock } from './machine-clock';
export { parseModel } from './model';
export type { ParsedModel } from './model';
export { OutboxDispatcher } from './outbox/outbox-dispatcher';
export { createPluginHost } from './plugin-host/create-plugin-host';
export { PluginHost, PluginProblemsError } from './plugin-host/plugin-host';
export { Workers } from './workers';
