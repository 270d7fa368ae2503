import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cpuUsage } from 'node:process';
import { feel } from '@fashen/feel/server';
import type { JsonObject } from '@fashen/plugin-api';
import { compileDecisions, evaluateDecisions, parseDecisions } from '@fashen/plugins/decision-rule/model';

/** How fast the catalog of major decisions is evaluated, with the explanation of every cell. */
export interface DecisionResult {
  readonly evaluationsPerSecond: number;
  /** Milliseconds to read and compile the file, done once per version. */
  readonly compileMs: number;
}

const NOW = new Date('2026-09-14T09:00:00+08:00');
const DRAFT: JsonObject = {
  ...{ actType: 'PENALTY', procedure: 'ORDINARY', proposal: 'FINE', kinds: ['FINE'], fine: 80_000, gain: 0, goodsValue: 0 },
  ...{ structureRemoval: false, publicInterestMajor: false, socialImpact: 'NONE', complex: false, crossRegion: false },
  ...{ crimeSuspected: false, mitigationOrNoPenalty: false, urgent: false, consecutiveDailyFine: false },
  ...{ namedByHigher: false, governmentApprovalRequired: false },
};

/** Evaluates `review-catalog` with parameter set A for so many seconds; per second of processor time. */
export async function decisionBench(root: string, seconds: number): Promise<DecisionResult> {
  const rules = join(root, 'processes/penalty-ordinary/rules');
  const parameters = (JSON.parse(await readFile(join(rules, 'parameter-sets.json'), 'utf8')) as { sets: { values: JsonObject }[] }).sets[0];
  const xml = await readFile(join(rules, 'review-catalog.dmn'), 'utf8');
  const begin = performance.now();
  const parsed = await parseDecisions(xml);
  if (!('model' in parsed) || !parsed.model) throw new Error('the catalog cannot be read');
  const { compiled } = compileDecisions(parsed.model, feel);
  if (!compiled) throw new Error('the catalog cannot be compiled');
  const compileMs = performance.now() - begin;
  const input: JsonObject = {
    draft: DRAFT,
    party: { type: 'ORGANISATION' },
    hearing: { held: false },
    parameters: parameters?.values ?? {},
  };
  const once = (): void => {
    if (evaluateDecisions(compiled, { input, now: NOW }).hits.length === 0) throw new Error('the catalog does not answer');
  };
  repeat(seconds / 4, once);
  const before = cpuUsage();
  const rounds = repeat(seconds, once);
  const { user, system } = cpuUsage(before);
  return { evaluationsPerSecond: (rounds * 1_000_000) / (user + system), compileMs };
}

function repeat(seconds: number, once: () => void): number {
  const begin = performance.now();
  let rounds = 0;
  for (; performance.now() - begin < seconds * 1000; rounds += 1) once();
  return rounds;
}
