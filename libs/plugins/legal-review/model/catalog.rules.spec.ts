import type { JsonObject } from '@fashen/plugin-api';
import { type CatalogInput, catalogRow, type CatalogRow, proposal } from './catalog';
import { catalogFrom, combineRows, type DecisionAnswers, highestProposal, strictestResult } from './catalog.rules';
import { sampleParameters } from './sample-parameters';

const row = (code: string, part: JsonObject = {}): CatalogRow =>
  catalogRow.parse({ code, depth: 'FULL', reviewDays: 5, extDays: 3, ...part });
const input = (draft: JsonObject, held = false): CatalogInput => ({
  draft: proposal.parse(draft),
  party: { type: 'CITIZEN' },
  hearing: { held },
});

describe('rows of the catalog', () => {
  it('make one result: deepest review, its shortest days, discussion and filing if any row asks', () => {
    // given
    const rows = [
      row('CF-11', { depth: 'ROUTINE', reviewDays: 3, collective: true }),
      row('CF-01', { filing: true }),
      row('CF-16', { reviewDays: 1, extDays: 0 }),
    ];
    // then
    expect(combineRows(rows, ['OFFERED', 'NONE'])).toMatchObject({
      ...{ inCatalog: true, depth: 'FULL', reviewDays: 1, extDays: 0, collective: true, filing: true, hearingRight: 'OFFERED' },
      items: [{ code: 'CF-11' }, { code: 'CF-01' }, { code: 'CF-16' }],
    });
  });

  it('are one item where parties of a joint case hit the same row, as strict as the strictest of them', () => {
    // given
    const deep = row('CF-01', { reviewDays: 5, filing: true });
    const shallow = row('CF-01', { depth: 'ROUTINE', reviewDays: 3, extDays: 1, collective: true });
    // when
    const results = [combineRows([deep, shallow], []), combineRows([shallow, deep], [])];
    // then
    const expected = { depth: 'FULL', reviewDays: 5, extDays: 3, collective: true, filing: true };
    expect(results).toMatchObject([
      { ...expected, items: [{ code: 'CF-01', ...expected }] },
      { ...expected, items: [{ code: 'CF-01', ...expected }] },
    ]);
  });

  it('leave the fallback out where any other row applies', () => {
    const fallback = row('CF-90', { depth: 'ROUTINE', fallback: true });
    expect(combineRows([fallback, row('CF-01')], []).items.map((item) => item.code)).toEqual(['CF-01']);
    expect(combineRows([fallback], [])).toMatchObject({ depth: 'ROUTINE', inCatalog: true });
    expect(combineRows([{ ...fallback, depth: 'NONE' }], [])).toMatchObject({ depth: 'NONE', inCatalog: false, items: [] });
  });
});

describe('answers that are no catalog', () => {
  it.each<[string, DecisionAnswers, string]>([
    ['a number for rows', { catalog: 1, hearing: 'NONE' }, 'catalog'],
    ['a row without depth', { catalog: [{ code: 'CF-01' }], hearing: 'NONE' }, 'catalog'],
    ['no hearing right', { catalog: [], hearing: null }, 'hearing'],
  ])('are refused: %s', (_what, answers, decision) => {
    const judged = (): unknown => catalogFrom([answers], [input({})], sampleParameters);
    expect(judged).toThrow(expect.objectContaining({ code: 'legal-review.CATALOG_UNREADABLE', params: { decision } }));
  });
});

describe('statutory grounds', () => {
  it.each([
    ['major public interest', input({ publicInterestMajor: true }), 'APL-58-1'],
    ['a hearing held', input({}, true), 'APL-58-2'],
    ['a complex case', input({ complex: true }), 'APL-58-3'],
    ['a case named by law', input({ namedByHigher: true }), 'APL-58-4'],
  ])('ask for full review of %s although the catalog was emptied', (_what, one, code) => {
    expect(catalogFrom([{ catalog: [], hearing: 'NONE' }], [one], sampleParameters)).toMatchObject({ depth: 'FULL', items: [{ code }] });
  });

  it('add nothing where the catalog asks for full review itself', () => {
    const result = catalogFrom([{ catalog: [row('CF-09')], hearing: 'NONE' }], [input({ complex: true })], sampleParameters);
    expect(result.items.map((item) => item.code)).toEqual(['CF-09']);
  });
});

describe('the life of a case', () => {
  it('keeps the largest sums and every ground ever given, and takes the rest from the current draft', () => {
    // given
    const before = proposal.parse({ fine: 8_000, kinds: ['SUSPEND_BUSINESS'], complex: true, socialImpact: 'LOCAL', legalMaximum: 20_000 });
    const now = proposal.parse({ fine: 2_000, gain: 100, kinds: ['FINE'], legalMaximum: 5_000 });
    // then
    expect(highestProposal(now, [before])).toMatchObject({
      ...{ fine: 8_000, gain: 100, kinds: ['FINE', 'SUSPEND_BUSINESS'], complex: true, socialImpact: 'LOCAL', legalMaximum: 5_000 },
    });
  });

  it('never lets a result fall below an earlier one, whatever the rules say now', () => {
    const before = combineRows([row('CF-01', { filing: true })], ['YES']);
    const now = combineRows([], ['NONE']);
    expect(strictestResult(now, before)).toMatchObject({ depth: 'FULL', items: [{ code: 'CF-01' }], filing: true, hearingRight: 'NONE' });
    expect(strictestResult(before, now)).toEqual(before);
  });

  it('keeps discussion and filing once they were asked for, also where the depth stays or rises', () => {
    // given
    const before = combineRows([row('CF-01', { depth: 'ROUTINE', collective: true, filing: true })], []);
    const same = combineRows([row('CF-02', { depth: 'ROUTINE' })], []);
    const deeper = combineRows([row('CF-03')], []);
    // then
    expect(strictestResult(same, before)).toMatchObject({ depth: 'ROUTINE', items: [{ code: 'CF-02' }], collective: true, filing: true });
    expect(strictestResult(deeper, before)).toMatchObject({ depth: 'FULL', items: [{ code: 'CF-03' }], collective: true, filing: true });
  });
});

describe('what a draft may look like', () => {
  it('takes empty answers of forms for no answer', () => {
    expect(proposal.parse({ fine: null, complex: null, kinds: null })).toMatchObject({
      fine: 0,
      complex: false,
      kinds: [],
      procedure: 'ORDINARY',
    });
  });

  it.each([{ fine: '5000' }, { fine: -1 }, { complex: 'yes' }, { kinds: 'FINE' }, { procedure: 'OTHER' }])(
    'refuses %j instead of overlooking it',
    (draft) => {
      expect(proposal.safeParse(draft).success).toBe(false);
    },
  );
});
