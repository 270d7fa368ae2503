import type { Answer, CaseState, ConformanceAdapter, EngineWorld, Notice, OpenTask, RecordEntry, Seat, Visit } from '../adapter';
import type { ConformanceCase, Expectation } from '../conformance-case';

const NOTHING: CaseState = {
  ...{ status: 'RUNNING', open: [], seats: [], visits: [], record: [], copies: [], data: {}, printed: [], stateBytes: 0 },
};

/** An engine that answers the same to everything and never has a task. */
export const stubbornAdapter = (answer: Answer): ConformanceAdapter => ({
  name: 'stubborn',
  open: async () => ({
    perform: async () => answer,
    state: async () => NOTHING,
    inbox: async () => ({ listed: 0, counted: 0 }),
    notices: async () => [],
    close: async () => undefined,
  }),
});

/** What somebody may do to the answers of the oracle. */
export interface Distortion {
  readonly answer?: (answer: Answer, step: number) => Answer;
  readonly state?: (state: CaseState, step: number) => CaseState;
  readonly notices?: (notices: readonly Notice[], step: number) => readonly Notice[];
}

/**
 * Reads the answers from the expectations of a case, so that it always passes: what is then distorted is the only thing wrong.
 * It shows that the runner looks; it says nothing about engines.
 */
export function oracleAdapter(one: ConformanceCase, distortion: Distortion = {}): ConformanceAdapter {
  return { name: 'oracle', open: async () => new OracleWorld(one, distortion) };
}

class OracleWorld implements EngineWorld {
  private readonly answers: readonly { readonly answer: Answer; readonly step: number }[];
  private asked = 0;
  private step = -1;

  constructor(
    private readonly one: ConformanceCase,
    private readonly distortion: Distortion,
  ) {
    const deployed = one.models.map(() => ({ answer: done, step: -1 }));
    this.answers = [...deployed, ...one.steps.flatMap((_, step) => answersOf(one, step).map((answer) => ({ answer, step })))];
  }

  async perform(): Promise<Answer> {
    const next = this.answers[this.asked] ?? { answer: done, step: this.step };
    this.asked += 1;
    this.step = next.step;
    return this.distortion.answer?.(next.answer, next.step) ?? next.answer;
  }

  async state(): Promise<CaseState> {
    const { expect = {}, either = [] } = this.one.steps[this.step] ?? { expect: {} };
    const state = stateOf({ ...either[0], ...expect });
    return this.distortion.state?.(state, this.step) ?? state;
  }

  async inbox(person: string): Promise<{ listed: number; counted: number }> {
    const count = this.one.steps[this.step]?.expect?.inbox?.[person] ?? 0;
    return { listed: count, counted: count };
  }

  async notices(person: string): Promise<readonly Notice[]> {
    const texts = this.one.steps[this.step]?.expect?.noticed?.[person] ?? [];
    const notices = texts.map((text): Notice => {
      const [kind, node] = text.split(' ');
      return { kind: kind as Notice['kind'], node };
    });
    return this.distortion.notices?.(notices, this.step) ?? notices;
  }

  async close(): Promise<void> {
    this.asked = 0;
  }
}

const done: Answer = { kind: 'done' };
type Refused = Extract<Answer, { kind: 'refused' }>;

function refusedWith(because: Refused['because'], { blamed }: Expectation = {}): Answer {
  if (blamed === undefined) return { kind: 'refused', because, code: 'oracle' };
  const { day, ...told } = blamed;
  return { kind: 'refused', because, code: 'oracle', blamed: { ...told, ...(day === undefined ? {} : { at: `${day}T01:00:00.000Z` }) } };
}

function answersOf({ steps }: ConformanceCase, step: number): readonly Answer[] {
  const { do: operation, expect = {} } = steps[step] ?? { do: { op: 'restart' } };
  if (operation.op === 'repeat') return Array.from({ length: operation.times * operation.acts.length }, () => done);
  if (operation.op === 'parallel') {
    const [winners = 1] = [expect.winners ?? 1].flat();
    return operation.acts.map((_, index) => (index < winners ? done : refusedWith('CONFLICT')));
  }
  const [refused] = [expect.refused ?? []].flat();
  return [
    refused === undefined
      ? { kind: 'done', told: expect.told, affected: (expect.affected ?? []).map(effectOf) }
      : refusedWith(refused, expect),
  ];
}

function effectOf(text: string): { kind: 'cancelled'; node?: string; person?: string } {
  const [, node, person] = text.split(' ');
  return { kind: 'cancelled', node, person };
}

function stateOf(expect: Expectation): CaseState {
  return {
    ...NOTHING,
    status: expect.status ?? 'RUNNING',
    open: (expect.open ?? []).map((text) => openOf(text, expect.dueDay)),
    seats: Object.entries(expect.seats ?? {}).flatMap(([place, seats]) => seats.map((text) => seatOf(place, text))),
    visits: Object.entries(expect.visits ?? {}).flatMap(([node, visits]) => visits.map((text) => visitOf(node, text))),
    record: recordOf(expect),
    copies: (expect.copies ?? []).map((text) => {
      const [person = '', kind, read] = text.split(' ');
      return { person, kind: kind as 'CC', read: read === 'read' };
    }),
    data: expect.data ?? {},
    printed: expect.printed ?? [],
    ...(expect.dueDay && !expect.open ? { open: Object.keys(expect.dueDay).map((node) => openOf(`${node}@x`, expect.dueDay)) } : {}),
  };
}

function openOf(text: string, dueDay: Expectation['dueDay']): OpenTask {
  const [, node = '', sign, who = '', marks = ''] = /^([^@?]+)([@?])([^(]*?)(?: \((.*)\))?$/.exec(text) ?? [];
  const day = dueDay?.[node];
  return {
    node,
    ...(sign === '@' ? { holder: who } : { candidates: who.split(' ') }),
    kind: (marks.split(', ').find((mark) => mark !== 'waiting' && mark !== '') ?? 'main') as OpenTask['kind'],
    waiting: marks.includes('waiting'),
    ...(day === undefined ? {} : { dueAt: `${day}T01:00:00.000Z` }),
  };
}

function seatOf(place: string, text: string): Seat {
  const [node = '', visit] = place.split('#');
  const [person = '', status] = text.split(' ');
  return { node, visit: visit === undefined ? 9 : Number(visit), person, status: status as Seat['status'] };
}

function visitOf(node: string, text: string): Visit {
  const [cause, status] = text.split(' ');
  return { node, visit: 1, cause: cause as Visit['cause'], status: status as Visit['status'] };
}

/** Entries that are named, filled up to the number that is expected of their kind. */
function recordOf({ record = {}, recorded = [] }: Expectation): readonly RecordEntry[] {
  const named = recorded.map((text): RecordEntry => {
    const [, kind, by = '', principal, opinion] = /^(\S+) (\S+)(?: for (\S+))?(?: "(.*)")?$/.exec(text) ?? [];
    return { kind: kind as RecordEntry['kind'], by, onBehalfOf: principal, opinion };
  });
  const filled = Object.entries(record).flatMap(([kind, count]) => {
    const missing = (count ?? 0) - named.filter((entry) => entry.kind === kind).length;
    return Array.from({ length: missing }, (): RecordEntry => ({ kind: kind as RecordEntry['kind'], by: 'x' }));
  });
  return [...named, ...filled];
}
