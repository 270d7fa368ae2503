import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cpuUsage } from 'node:process';
import type { JsonObject } from '@fashen/plugin-api';
import { type CompiledProcess, compileProcess, createPluginHost, parseModel, step, type StepResult } from '@fashen/engine';
import { plugins } from '../plugins';

/** The ordinary penalty procedure on its main road, without database. */
export interface ReferenceRoad {
  /** Commands on the road: the start and each completed activity. */
  readonly commands: number;
  /** Per second of processor time, state and data read from and written to JSON for each. */
  readonly commandsPerSecond: number;
  /** Bytes at each place where the case waits. */
  readonly state: Sizes;
  readonly stateVariablesAndTrail: Sizes;
}

/** Smallest, middle and largest. */
export interface Sizes {
  readonly least: number;
  readonly middle: number;
  readonly most: number;
}

const NOW = new Date('2026-09-14T09:00:00+08:00');
const LONGEST_ROAD = 100;

const draft = {
  ...{ actType: 'PENALTY', procedure: 'ORDINARY', proposal: 'FINE', kinds: ['FINE'], fine: 80_000, gain: 0, goodsValue: 0 },
  facts: '当事人于样例路人行道摆放货架三组，占用面积约六平方米，经两次责令改正后仍未改正，事实清楚。'.repeat(6),
  evidence: '现场检查笔录、现场照片六张、询问笔录、责令改正通知书及送达回证。'.repeat(4),
  legalBasis: '《城市道路管理条例》第二十七条、第四十二条',
  discretion: '按本市裁量基准第三档，情节一般。',
  ...{ structureRemoval: false, publicInterestMajor: false, socialImpact: 'NONE', complex: false, crossRegion: false },
  ...{ crimeSuspected: false, mitigationOrNoPenalty: false, urgent: false, consecutiveDailyFine: false },
};
const catalog = {
  ...{ inCatalog: true, depth: 'FULL', items: ['CF-02'], collective: true, filing: true },
  reviewDays: 5,
  hearingRight: 'YES',
};

/** What the case knows at its start, and what each step adds. */
const START: JsonObject = {
  case: {
    number: '样城执罚立〔2026〕1号',
    cause: '擅自占用城市道路',
    conductDate: '2026-09-01',
    place: '样例路 12 号',
    source: '巡查发现',
  },
  party: { name: '样例商贸有限公司', type: 'ORGANISATION', idNumber: '91000000000000000X' },
  officers: { lead: 'jia', co: 'yi' },
};
const OUTPUTS: Readonly<Record<string, JsonObject>> = {
  proposeFiling: { filing: { reason: '涉嫌擅自占用城市道路，符合立案条件。' } },
  confirmFiling: { filing: { coAgrees: true } },
  approveFiling: { filing: { approved: true, comment: '准予立案。', filedOn: '2026-09-02' } },
  investigate: { investigation: { siteRecordOn: '2026-09-05', summary: '已制作现场检查笔录并询问当事人。' } },
  draftReport: { draft },
  unitApproval: { unitApproval: { approved: true, comment: '同意。' } },
  catalog: { catalog },
  acceptReview: { acceptance: { complete: true } },
  legalReview: { review: { code: 'PASS', passed: true, round: 1 } },
  signOpinion: { review: { passed: true, signed: true } },
  notice: {
    notice: { served: true, servedOn: '2026-09-10', mode: 'DIRECT', windowEndsOn: '2026-09-17' },
  },
  partyResponse: { statement: { kind: 'NONE', received: false } },
  recheck: { recheck: { changed: false } },
  catalogAgain: { catalog },
  discuss: { discussion: { conclusion: 'AGREE', heads: ['ji', 'wu'], meeting: '2026-1' } },
  decide: { decision: { approved: true, number: '样城执罚决〔2026〕1号' } },
  serve: { service: { withheld: false, servedOn: '2026-09-20' } },
  collectFine: { payment: { state: 'PAID', paidOn: '2026-09-25', amount: 80_000 } },
  approveClosing: { closing: { approved: true } },
};

/** Walks the road once for the sizes, then for `seconds` for the speed. */
export async function referenceRoad(root: string, seconds: number): Promise<ReferenceRoad> {
  const xml = await readFile(join(root, 'processes/penalty-ordinary/penalty-ordinary.bpmn'), 'utf8');
  const { source } = await parseModel(xml, createPluginHost(plugins).moddles);
  if (!source) throw new Error('the reference process cannot be read');
  const process = compileProcess(source);
  const walked = walk(process);
  const before = cpuUsage();
  const begin = performance.now();
  let commands = 0;
  while (performance.now() - begin < seconds * 1000) commands += walk(process).length;
  const { user, system } = cpuUsage(before);
  return {
    commands: walked.length,
    commandsPerSecond: (commands * 1_000_000) / (user + system),
    state: sizesOf(walked.map(({ state }) => state)),
    stateVariablesAndTrail: sizesOf(walked.map(({ state, variables, trail }) => state + variables + trail)),
  };
}

interface Wait {
  readonly state: number;
  readonly variables: number;
  readonly trail: number;
}

/** One case from start to end; the sizes of what is saved after each command. */
function walk(process: CompiledProcess): readonly Wait[] {
  const env = { now: NOW };
  const trail: Trail = { nodes: {}, flows: {} };
  const waits: Wait[] = [];
  let result = step(process, { variables: START }, { kind: 'start' }, env);
  while (!result.ended && waits.length < LONGEST_ROAD) {
    count(trail, result);
    const saved = { state: JSON.stringify(result.state), variables: JSON.stringify(result.variables), trail: JSON.stringify(trail) };
    waits.push({ state: bytes(saved.state), variables: bytes(saved.variables), trail: bytes(saved.trail) });
    const wait = result.waits.find(({ kind }) => kind === 'task' || kind === 'work' || kind === 'call');
    if (!wait)
      throw new Error(
        `the reference case waits for nobody, but for ${result.waits.map(({ kind, nodeId }) => `${kind} ${nodeId}`).join(', ')}`,
      );
    const done = { executionId: wait.executionId, output: OUTPUTS[wait.nodeId] ?? {} };
    const act = { ...done, kind: wait.kind === 'call' ? 'childEnded' : 'complete' } as const;
    result = step(process, { state: JSON.parse(saved.state), variables: JSON.parse(saved.variables) }, act, env);
  }
  if (result.ended?.endNodeId !== 'closed') throw new Error(`the reference case ended at ${result.ended?.endNodeId ?? 'no end'}`);
  return waits;
}

interface Trail {
  readonly nodes: Record<string, number>;
  readonly flows: Record<string, number>;
}

function count(trail: Trail, { entered, taken }: StepResult): void {
  for (const id of entered) trail.nodes[id] = (trail.nodes[id] ?? 0) + 1;
  for (const id of taken) trail.flows[id] = (trail.flows[id] ?? 0) + 1;
}

const bytes = (text: string): number => Buffer.byteLength(text);

function sizesOf(values: readonly number[]): Sizes {
  const sorted = [...values].sort((one, other) => one - other);
  return { least: sorted[0] ?? 0, middle: sorted[Math.floor(sorted.length / 2)] ?? 0, most: sorted.at(-1) ?? 0 };
}
