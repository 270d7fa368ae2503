import type { TryOut, TryOutAgreement, TryOutEnd, TryOutRequest, TryOutWait } from '@fashen/plugin-api';
import { engineErrors } from '../engine.errors';
import type { CompiledProcess, StepResult, Wait } from '../kernel';
import type { BpmnEngineModel } from './bpmn-engine-run';
import { caughtErrors } from './caught-errors.rules';
import { KernelRun } from './kernel-run';
import { nextConditions } from './next-conditions.rules';
import { SecondOpinion } from './second-opinion';

const SECONDS = 5;

/** A drawing as both engines read it. */
export interface TriedProcess {
  readonly process: CompiledProcess;
  readonly model: BpmnEngineModel;
}

/** Runs the acts on the kernel, which says what a case will do, and on bpmn-engine, which checks it. Keeps nothing. */
export async function runTryOut({ process, model }: TriedProcess, request: Omit<TryOutRequest, 'xml'>): Promise<TryOut> {
  const { acts, now, startEventId, data = {} } = request;
  const begun = performance.now();
  const kernel = new KernelRun(process, { data, ...(startEventId !== undefined && { startEventId }) }, now);
  const second = new SecondOpinion({ process, model, data, now });
  await second.start(kernel.last);
  for (const act of acts) {
    if (performance.now() - begun > SECONDS * 1_000) throw engineErrors.TRY_OUT_TOO_LONG({ seconds: SECONDS });
    const wait = kernel.require(act);
    kernel.act(wait, act);
    second.act(act, wait, { now: kernel.now, ours: kernel.last });
  }
  return answerOf(process, kernel, second);
}

function answerOf(process: CompiledProcess, { last, trail }: KernelRun, { agreement }: SecondOpinion): TryOut {
  const waiting = last.waits.map((wait) => waitOf(process, wait, last.waits));
  const ended = last.ended && endOf(process, last.ended);
  return { waiting, trail, data: last.variables, agreement, names: namesIn(process, agreement), ...(ended && { ended }) };
}

function namesIn({ nodes }: CompiledProcess, agreement: TryOutAgreement): TryOut['names'] {
  if (agreement.kind === 'same') return {};
  const waits = agreement.kind === 'different' ? [...agreement.ours, ...agreement.theirs].map((text) => text.replace(/\[\d+\]$/, '')) : [];
  const ids = [...waits, ...agreement.because.map(({ elementId = '' }) => elementId)];
  return Object.fromEntries(ids.map((id) => [id, nodes.get(id)?.name ?? ''] as const).filter(([, name]) => name !== ''));
}

function waitOf(process: CompiledProcess, wait: Wait, all: readonly Wait[]): TryOutWait {
  const { nodeId, kind } = wait;
  return {
    ...{ nodeId, kind, at: all.filter((other) => other.nodeId === nodeId).indexOf(wait) },
    ...stepOf(process, nodeId),
    errorCodes: MAY_FAIL.includes(kind) ? caughtErrors(process, nodeId) : [],
    conditions: nextConditions(process, nodeId),
    ...detailsOf(wait),
  };
}

const MAY_FAIL: readonly Wait['kind'][] = ['task', 'work', 'call'];

function stepOf(process: CompiledProcess, nodeId: string): Pick<TryOutWait, 'name' | 'type' | 'extensions' | 'attachedToId'> {
  const node = process.nodes.get(nodeId);
  if (!node) throw new Error(`the process has no node ${nodeId}`);
  const { name, type, extensions, attachedToId } = node;
  return { name, type, extensions, ...(attachedToId !== undefined && { attachedToId }) };
}

function detailsOf({ loop, dueAt, messageName, calledElement }: Wait): Partial<TryOutWait> {
  return {
    ...(loop && { index: loop.index }),
    ...(dueAt && { dueAt }),
    ...(messageName !== undefined && { messageName }),
    ...(calledElement !== undefined && { calledElement }),
  };
}

function endOf(process: CompiledProcess, { status, endNodeId, error }: NonNullable<StepResult['ended']>): TryOutEnd {
  const nodeId = endNodeId ?? error?.nodeId;
  const name = nodeId === undefined ? undefined : process.nodes.get(nodeId)?.name;
  return {
    status,
    ...(nodeId !== undefined && { nodeId }),
    ...(name && { name }),
    ...(error && { errorCode: error.code }),
  };
}
