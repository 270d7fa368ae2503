import type { JsonObject } from '@fashen/plugin-api';
import type { OpenTask } from '../case-desk';
import { DESK } from './drawings';
import type { Request, Stage } from './stage';

/** Brings a case to where an operation is possible, and says how it is asked for. */
export type Recipe = (stage: Stage) => Promise<Request>;

/** Recipes by operation. */
export type Recipes = Readonly<Record<string, Recipe>>;

export const REASON = { reason: '试验' } as const;
export const OPINION = { opinion: '事实清楚，依据充分' } as const;

/** A request about a task. */
export const onTask = ({ id }: Pick<OpenTask, 'id'>, name: string, who: string, body: JsonObject = {}): Request => ({
  who,
  path: `/tasks/${id}/${name}`,
  body,
});

/** A request about a case. */
export const onCase = (caseId: string, name: string, who: string, body: JsonObject = {}): Request => ({
  who,
  path: `/cases/${caseId}/${name}`,
  body,
});

const WAY = [
  ['A', 'jia'],
  ['B', 'xin'],
] as const;

/** A case that waits at a step of the desk: A for an officer, B for xin, Sign for bing, zi and gui. */
export async function deskAt(stage: Stage, nodeId: 'A' | 'B' | 'Sign'): Promise<string> {
  const caseId = await stage.begin(DESK);
  for (const [step, who] of WAY) {
    if (step === nodeId) return caseId;
    await stage.submit(caseId, step, who);
  }
  return caseId;
}

/** The seat of a signer. */
export async function seatAt(stage: Stage, who = 'bing'): Promise<OpenTask> {
  return stage.task(await deskAt(stage, 'Sign'), 'Sign', who);
}

/** Does what a request asks for, on the way to another one. */
export async function first(stage: Stage, { who, path, body }: Request): Promise<JsonObject> {
  return stage.act(who, path, body as JsonObject);
}

/** The step at which a case waits. */
export const waitsAt =
  (nodeId: 'A' | 'B', name: string, who: string, body: JsonObject = {}): Recipe =>
  async (stage) =>
    onTask(await stage.task(await deskAt(stage, nodeId), nodeId), name, who, body);
