import type { DecisionTableView, ViewColumn } from '@fashen/plugins/decision-rule/model';
import { nested, startValue, tryOutFields } from './try-out.rules';

const input = (expression: string, typeRef: string): ViewColumn => ({
  id: expression,
  kind: 'input',
  label: `标签 ${expression}`,
  expression,
  typeRef,
});

const table = (columns: readonly ViewColumn[], ...rows: readonly (readonly string[])[]): DecisionTableView => ({
  decisionId: 'review',
  name: '目录',
  hitPolicy: 'COLLECT',
  columns,
  rows: rows.map((cells, at) => ({ index: at + 1, ruleId: `row${at}`, cells })),
});

const literal: DecisionTableView = {
  decisionId: 'partyClass',
  name: '类别',
  hitPolicy: 'LITERAL',
  columns: [],
  rows: [
    { index: 1, ruleId: 'x', cells: ['partyClass', 'if party.type = "ORGANISATION" then "ORGANISATION" else parameters.soleTraderAs'] },
  ],
};

describe('what a decision reads of the case', () => {
  it('asks for what columns and required decisions read, but not for parameters and other decisions', () => {
    const columns = [input('draft.fine', 'number'), input('partyClass.name', 'string')];
    const fields = tryOutFields({ tables: [literal, table(columns, ['>= parameters.fineOrgGte', '-'])] }, new Map());
    expect(fields.map(({ path }) => path)).toEqual(['party.type', 'draft.fine']);
  });

  it('offers the values an expression compares with', () => {
    expect(tryOutFields({ tables: [literal] }, new Map())[0]).toEqual({ path: 'party.type', kind: 'choice', options: ['ORGANISATION'] });
  });

  it('asks for a list where cells look into one', () => {
    const rows = [['list contains(?, "REVOKE")'], ['list contains(?, "CLOSE")']];
    const [field] = tryOutFields({ tables: [table([input('draft.kinds', 'string')], ...rows)] }, new Map());
    expect(field).toMatchObject({ kind: 'choices', options: ['REVOKE', 'CLOSE'] });
  });

  it('offers exactly the values a column allows', () => {
    const allowed = new Map([['draft.impact', ['NONE', 'MAJOR']]]);
    const [field] = tryOutFields({ tables: [table([input('draft.impact', 'string')], ['"MAJOR"'])] }, allowed);
    expect(field?.options).toEqual(['NONE', 'MAJOR']);
    expect(field && startValue(field)).toBe('NONE');
  });

  it('builds case data from paths', () => {
    expect(nested({ 'draft.fine': 5, 'draft.urgent': false, 'party.type': 'CITIZEN' })).toEqual({
      draft: { fine: 5, urgent: false },
      party: { type: 'CITIZEN' },
    });
  });
});
