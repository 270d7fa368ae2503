import type { DecisionExplanation, Json } from '@fashen/plugin-api';
import { conditionsOf, decidingRows, knownValues, readableTest } from './explanation.rules';

const words: Readonly<Record<string, string>> = { ORGANISATION: '法人', CITIZEN: '公民' };
const show = (value: Json): string => {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return value.toLocaleString('en-US');
  return words[String(value)] ?? String(value);
};

const row = (
  index: number,
  matched: boolean,
  cells: DecisionExplanation['rows'][number]['cells'] = [],
): DecisionExplanation['rows'][number] => ({
  index,
  ruleId: `r${index}`,
  matched,
  cells,
  outputs: {},
});
const table = (over: Partial<DecisionExplanation>): DecisionExplanation => ({
  decisionId: 'catalog',
  decisionName: '目录',
  hitPolicy: 'COLLECT',
  inputs: [
    { label: '当事人', expression: 'partyClass', value: 'ORGANISATION' },
    { label: '罚款', expression: 'fine', value: 80000 },
  ],
  rows: [],
  required: [],
  ...over,
});

describe('explanation of a decision', () => {
  it('counts every matched row of a collecting table and one row of a table that takes the first', () => {
    const rows = [row(1, false), row(2, true), row(3, true)];
    expect(decidingRows(table({ rows })).map((one) => one.index)).toEqual([2, 3]);
    expect(decidingRows(table({ rows, hitPolicy: 'FIRST' })).map((one) => one.index)).toEqual([2]);
  });

  it('names the conditions a row really sets, each with the value of the case', () => {
    const given = row(1, true, [
      { text: '-', holds: true },
      { text: '>= 20000', holds: true },
    ]);
    expect(conditionsOf(given, table({}))).toEqual([{ label: '罚款', requirement: '>= 20000', value: 80000, holds: true }]);
  });

  it('knows what the names of required decisions stand for', () => {
    const thresholds = table({ decisionId: 'thresholds', rows: [{ ...row(1, true), outputs: { value: { fine: 20000 } } }] });
    const known = knownValues(table({ required: [thresholds] }));
    expect(readableTest('>= thresholds.fine', known, show)).toBe('≥ 20,000');
  });

  it('writes tests with words instead of codes', () => {
    expect(readableTest('"ORGANISATION", "CITIZEN"', {}, show)).toBe('法人, 公民');
    expect(readableTest('list contains(?, "CITIZEN"), list contains(?, "FINE")', {}, show)).toBe('公民, FINE');
    expect(readableTest('true', {}, show)).toBe('是');
    expect(readableTest('[10000..50000)', {}, show)).toBe('[10,000..50,000)');
    expect(readableTest('unknown.name', {}, show)).toBe('unknown.name');
  });
});
