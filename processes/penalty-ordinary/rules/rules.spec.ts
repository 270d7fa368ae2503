import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserFeel } from '@fashen/feel';
import type { Json, JsonObject } from '@fashen/plugin-api';
import { checkDecisions, type CompiledModel, evaluateDecisions } from '@fashen/plugins/decision-rule/model';
import {
  type CatalogInput,
  type CatalogResult,
  catalogFrom,
  highestProposal,
  inputsOf,
  type ParameterValues,
  parameterValues,
  partyData,
  proposal,
} from '@fashen/plugins/legal-review/model';

const read = (name: string): string => readFileSync(join(__dirname, name), 'utf8');
const sets = (JSON.parse(read('parameter-sets.json')) as { sets: { code: string; values: JsonObject }[] }).sets;
const parametersOf = (code: string): ParameterValues => parameterValues.parse(sets.find((set) => set.code === code)?.values);

let catalog: CompiledModel;
let hearing: CompiledModel;

beforeAll(async () => {
  catalog = await compiled('review-catalog.dmn');
  hearing = await compiled('hearing-threshold.dmn');
});

async function compiled(name: string): Promise<CompiledModel> {
  const { compiled: model, findings } = await checkDecisions(read(name), browserFeel);
  if (!model) throw new Error(JSON.stringify(findings));
  return model;
}

function judge(input: CatalogInput, parameters: ParameterValues): CatalogResult {
  const inputs = inputsOf(input);
  const now = new Date('2026-11-22T02:00:00Z');
  const answer = (model: CompiledModel, one: CatalogInput): Json =>
    evaluateDecisions(model, { input: { ...(one as unknown as JsonObject), parameters }, now }).output;
  return catalogFrom(
    inputs.map((one) => ({ catalog: answer(catalog, one), hearing: answer(hearing, one) })),
    inputs,
    parameters,
  );
}

const caseOf = (party: string, draft: JsonObject, held = false): CatalogInput => ({
  draft: proposal.parse(draft),
  party: partyData.parse({ type: party }),
  hearing: { held },
});

/** `F CF-01,12 +`: depth, items, collective discussion; `-` outside the catalog. */
function summary({ depth, items, collective }: CatalogResult): string {
  if (depth === 'NONE') return '-';
  return `${depth.charAt(0)} ${items.map((item) => item.code).join(',')}${collective ? ' +' : ''}`;
}

const CASES: Readonly<Record<string, CatalogInput>> = {
  '01 litter, summary': caseOf('CITIZEN', { procedure: 'SUMMARY', kinds: ['FINE'], fine: 50 }),
  '02b organisation, 3001': caseOf('ORGANISATION', { kinds: ['FINE'], fine: 3_001 }),
  '03 sole trader, 3000': caseOf('SOLE_TRADER', { kinds: ['FINE'], fine: 3_000 }),
  '03 sole trader, 2999': caseOf('SOLE_TRADER', { kinds: ['FINE'], fine: 2_999 }),
  '04 site dust': caseOf('ORGANISATION', { kinds: ['FINE'], fine: 80_000 }),
  '06 illegal building': caseOf('ORGANISATION', { kinds: ['FINE'], fine: 96_000 }),
  '07 roof hut': caseOf('CITIZEN', { kinds: ['ORDER_DEMOLITION'], structureRemoval: true }),
  '10 barbecue, 8000': caseOf('CITIZEN', { kinds: ['FINE'], fine: 8_000 }),
  '12 building waste': caseOf('ORGANISATION', { kinds: ['FINE'], fine: 300_000, crossRegion: true }),
  '14 car wash': caseOf('SOLE_TRADER', { kinds: ['FINE'], fine: 4_000 }),
  '16 first offence': caseOf('SOLE_TRADER', { mitigationOrNoPenalty: true, proposal: 'NO_PENALTY' }),
  '20 dispute': caseOf('ORGANISATION', { kinds: ['FINE', 'ORDER_DEMOLITION'], fine: 50_000, structureRemoval: true }),
};

/** Matrix of the acceptance cases: catalog under A, B, C, D, hearing right under A, B. */
const MATRIX: readonly (readonly [string, string, string, string, string, string, string])[] = [
  ['01 litter, summary', '-', '-', '-', '-', 'NONE', 'NONE'],
  ['02b organisation, 3001', '-', '-', 'R CF-90', '-', 'NONE', 'NONE'],
  ['03 sole trader, 3000', 'F CF-01', '-', 'F CF-01', 'F CF-01', 'YES', 'NONE'],
  ['03 sole trader, 2999', '-', '-', 'R CF-90', 'F CF-01', 'NONE', 'NONE'],
  ['04 site dust', 'F CF-02', '-', 'F CF-02', 'F CF-02 +', 'YES', 'NONE'],
  ['06 illegal building', 'F CF-02', '-', 'F CF-02', 'F CF-02 +', 'YES', 'NONE'],
  ['07 roof hut', 'F CF-06 +', 'F CF-06 +', 'F CF-06 +', 'F CF-06 +', 'OFFERED', 'OFFERED'],
  ['10 barbecue, 8000', 'F CF-01', 'F CF-01', 'F CF-01', 'F CF-01 +', 'YES', 'YES'],
  ['12 building waste', 'F CF-02,CF-12 +', 'F CF-02,CF-12 +', 'F CF-02,CF-12 +', 'F CF-02,CF-12 +', 'YES', 'YES'],
  ['14 car wash', 'F CF-01', '-', 'F CF-01', 'F CF-01', 'YES', 'NONE'],
  ['16 first offence', 'R CF-11', 'F CF-11 +', 'R CF-11', 'R CF-11', 'NONE', 'NONE'],
  ['20 dispute', 'F CF-02,CF-06 +', 'F CF-06 +', 'F CF-02,CF-06 +', 'F CF-02,CF-06 +', 'YES', 'OFFERED'],
];

const COLUMNS = ['A', 'B', 'C', 'D'].flatMap((code, at) => MATRIX.map((row) => [row[0], code, row[at + 1] ?? ''] as const));
const RIGHTS = ['A', 'B'].flatMap((code, at) => MATRIX.map((row) => [row[0], code, row[at + 5] ?? ''] as const));

describe('the review catalog', () => {
  it.each(COLUMNS)('judges %s under %s as %s', (name, code, expected) => {
    expect(summary(judge(CASES[name]!, parametersOf(code)))).toBe(expected);
  });

  it.each(RIGHTS)('gives %s under %s the hearing right %s', (name, code, expected) => {
    expect(judge(CASES[name]!, parametersOf(code)).hearingRight).toBe(expected);
  });

  it.each([
    ['A', '-'],
    ['B', '-'],
    ['C', 'R CF-90'],
    ['D', '-'],
  ])('judges the sole trader of case 03 under %s as %s when sole traders count as organisations', (code, expected) => {
    const parameters: ParameterValues = { ...parametersOf(code), soleTraderAs: 'ORGANISATION' };
    expect(summary(judge(CASES['03 sole trader, 3000']!, parameters))).toBe(expected);
  });

  it('keeps the review of a case whose later draft is lower, but not the hearing right', () => {
    // given: case 10, redrafted from 8,000 to 2,000
    const before = CASES['10 barbecue, 8000']!;
    const now = caseOf('CITIZEN', { kinds: ['FINE'], fine: 2_000 });
    // when
    const highest = judge({ ...now, draft: highestProposal(now.draft, [before.draft]) }, parametersOf('A'));
    // then
    expect(summary(highest)).toBe('F CF-01');
    expect(judge(now, parametersOf('A')).hearingRight).toBe('NONE');
  });

  it('adds the hearing to the grounds of case 12 once it was held', () => {
    const after = caseOf('ORGANISATION', { kinds: ['FINE'], fine: 220_000, crossRegion: true }, true);
    expect(summary(judge(after, parametersOf('A')))).toBe('F CF-02,CF-07,CF-12 +');
  });

  it('takes the strictest party of a joint case', () => {
    // given
    const parties = [
      { type: 'CITIZEN', fine: 500, kinds: ['FINE'] },
      { type: 'ORGANISATION', fine: 25_000, kinds: ['FINE'] },
    ];
    // when
    const result = judge(caseOf('CITIZEN', { parties }), parametersOf('A'));
    // then
    expect(summary(result)).toBe('F CF-02');
    expect(result.hearingRight).toBe('YES');
  });

  it('tests fine, gain and goods apart unless the parameters add them up', () => {
    // given
    const input = caseOf('CITIZEN', { fine: 1_500, gain: 1_000, goodsValue: 1_000 });
    // then
    expect(summary(judge(input, parametersOf('A')))).toBe('-');
    expect(summary(judge(input, { ...parametersOf('A'), aggregate: 'SUM' }))).toBe('F CF-01,CF-03');
  });

  it.each([
    ['publicInterestMajor', 'F CF-08 +'],
    ['complex', 'F CF-09 +'],
    ['crimeSuspected', 'F CF-13 +'],
    ['namedByHigher', 'F CF-14'],
    ['consecutiveDailyFine', 'F CF-15 +'],
    ['urgent', 'F CF-16 +'],
  ])('sends a case with %s to full review', (ground, expected) => {
    expect(summary(judge(caseOf('CITIZEN', { fine: 100, [ground]: true }), parametersOf('B')))).toBe(expected);
  });

  it('gives an emergency one working day', () => {
    expect(judge(caseOf('CITIZEN', { fine: 100, urgent: true }), parametersOf('A')).reviewDays).toBe(1);
  });

  it.each([
    ['REVOKE_LICENCE', 'F CF-04 +', 'YES'],
    ['SUSPEND_BUSINESS', 'F CF-05 +', 'YES'],
    ['RESTRICT_BUSINESS', 'F CF-05 +', 'OFFERED'],
    ['CONFISCATE_STRUCTURE', 'F CF-06 +', 'OFFERED'],
  ])('judges the kind %s as %s with the hearing right %s', (kind, expected, right) => {
    const result = judge(caseOf('ORGANISATION', { kinds: [kind] }), parametersOf('B'));
    expect([summary(result), result.hearingRight]).toEqual([expected, right]);
  });
});

describe('the published files', () => {
  it.each(['review-catalog.dmn', 'hearing-threshold.dmn', 'late-fine.dmn', 'enforcement-catalog.dmn'])(
    '%s has no finding under any parameter set',
    async (name) => {
      for (const code of ['A', 'B', 'C', 'D']) {
        const { findings } = await checkDecisions(read(name), browserFeel, { parameters: parametersOf(code) });
        expect(findings).toEqual([]);
      }
    },
  );
});
