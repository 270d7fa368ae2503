import { engineModdle } from '@fashen/bpmn';
import { feel } from '@fashen/feel/server';
import type { Json, JsonObject } from '@fashen/plugin-api';
import { Engine } from 'bpmn-engine';
import { referenceCommands, referenceModel, referenceVariables } from './reference-model';

/** The parts of bpmn-engine that are measured. */
interface Postponed {
  readonly id: string;
  readonly content: { readonly isMultiInstance?: boolean };
  signal(output: object): void;
  getExecuting(): readonly Postponed[];
}
interface Execution {
  readonly state: string;
  readonly definitions: readonly { getPostponed(): readonly Postponed[] }[];
  stop(): Promise<void>;
}
interface EngineInstance {
  execute(): Promise<Execution>;
  recover(state: unknown): EngineInstance;
  resume(): Promise<Execution>;
  getState(): Promise<unknown>;
}
const EngineClass = Engine as unknown as new (options: object) => EngineInstance;

const isExpression = (text: unknown): boolean => typeof text === 'string' && text.startsWith('=');
const timers = { setTimeout: () => ({}), clearTimeout: () => undefined };

/** The same commands as they are usually run on bpmn-engine: recover, resume, signal, getState for each. */
export function engineBench(): { readonly runEngineOnce: () => Promise<number> } {
  let data: JsonObject = referenceVariables;
  const evaluate = (text: string): Json =>
    isExpression(text) ? feel.compileExpression(text).evaluate({ variables: data, now: new Date(0) }) : text;
  const newEngine = (source?: string): EngineInstance =>
    new EngineClass({
      ...(source !== undefined && { source }),
      moddleOptions: { engine: engineModdle },
      timers: { ...timers, executing: [], register: () => timers },
      expressions: { resolveExpression: evaluate, isExpression, hasExpression: isExpression },
    });
  const runEngineOnce = async (): Promise<number> => {
    data = referenceVariables;
    const engine = newEngine(referenceModel);
    let execution = await engine.execute();
    let saved = JSON.stringify(await engine.getState());
    let largest = saved.length;
    await execution.stop();
    for (const { nodeId, output } of referenceCommands) {
      const next = newEngine().recover(JSON.parse(saved));
      execution = await next.resume();
      data = { ...data, ...output };
      waiting(execution, nodeId).signal(output);
      saved = JSON.stringify(await next.getState());
      largest = Math.max(largest, saved.length);
      if (execution.state === 'running') await execution.stop();
    }
    return largest;
  };
  return { runEngineOnce };
}

function waiting(execution: Execution, nodeId: string): Postponed {
  const found = execution.definitions.flatMap((definition) => definition.getPostponed()).find(({ id }) => id === nodeId);
  if (!found) throw new Error(`bpmn-engine does not wait at ${nodeId}`);
  return found.getExecuting().find(({ content }) => content.isMultiInstance) ?? found;
}
