import { held, type Drawing } from '../model/build-model';
import type { NodeOptions, SignOptions } from '../model/model-source';

/** Application, signature, and where the result leads. */
export const VOTE_FLOWS: readonly string[] = ['start -> apply -> sign -> x -[result = "PASS"]-> passed -> end', 'x -> failed -> end'];

/** A case of `jia` that several people sign; `wu` gets what passed, `ji` what did not. */
export function voted(sign: Omit<SignOptions, 'result'>, more: NodeOptions = {}): Omit<Drawing, 'key'> {
  return {
    parts: {
      apply: held('jia'),
      sign: { type: 'task', sign: { ...sign, result: 'result' }, ...more },
      x: { type: 'exclusive', otherwise: 'failed' },
      passed: held('wu'),
      failed: held('ji'),
    },
    flows: VOTE_FLOWS,
  };
}
