import { bundledClauses } from './bundled-clauses';
import { readClauses, tableOf } from './clause-import.rules';
import { publicationBody } from './clause.schema';

describe('a pasted table of clauses', () => {
  it('is read with or without a head, by comma or tab, with quotes', () => {
    const text =
      '代码,法律,条文,内容,施行,失效,来源,条文内容\r\nA-1,"处罚法, 新",第一条,"说""明""",2026-08-15,,公报,"一，\n二"\n\nB-2\t处罚法\t第二条\t内容\t\t2026-08-14\t公报';
    expect(readClauses(text)).toEqual({
      clauses: [
        { code: 'A-1', law: '处罚法, 新', article: '第一条', title: '说"明"', validFrom: '2026-08-15', source: '公报', text: '一，\n二' },
        { code: 'B-2', law: '处罚法', article: '第二条', title: '内容', validUntil: '2026-08-14', source: '公报' },
      ],
      problems: [],
    });
  });

  it.each([
    ['A-1,处罚法', [{ line: 1, code: 'UNREADABLE' }]],
    ['a 1,处罚法,第一条,内容,,,公报', [{ line: 1, code: 'FIELD_WRONG', field: 'code' }]],
    ['A-1,处罚法,第一条,内容,2026-02-30,,公报', [{ line: 1, code: 'FIELD_WRONG', field: 'validFrom' }]],
    ['A-1,处罚法,第一条,内容,,,', [{ line: 1, code: 'FIELD_WRONG', field: 'source' }]],
    ['A-1,处罚法,第一条,内容,2026-08-15,2026-08-14,公报', [{ line: 1, code: 'PERIOD_REVERSED' }]],
    ['A-1,处罚法,第一条,内容,,,公报\nA-1,处罚法,第二条,内容,,,公报', [{ line: 2, code: 'CODE_TWICE', text: 'A-1' }]],
    ['A-1,处罚法,第一条,内容,,,公报\nA-2,处罚法,第一条,内容,,,公报', [{ line: 2, code: 'CLAUSE_TWICE', text: '处罚法 第一条' }]],
    ['A-1,"处罚法,第一条', [{ line: 1, code: 'UNREADABLE' }]],
  ])('%j has problems', (text, problems) => {
    expect(readClauses(text).problems).toMatchObject(problems);
  });

  it('is what the library gives out: read again it is the same', () => {
    const { clauses } = bundledClauses;
    expect(readClauses(tableOf(clauses))).toEqual({ clauses, problems: [] });
    const lines = { code: 'A-1', law: '处罚法', article: '第一条', title: '内容', source: '公报', text: '一，\r二' };
    expect(readClauses(tableOf([lines]))).toEqual({ clauses: [{ ...lines, text: '一，\n二' }], problems: [] });
  });

  it('is not published around the table with a clause that ends before it begins', () => {
    const clause = { code: 'A-1', law: '处罚法', article: '第一条', title: '内容', source: '公报', validFrom: '2026-08-15' };
    const body = (validUntil: string) => ({ clauses: [{ ...clause, validUntil }], source: '公报', reason: '样例', basedOn: 0 });
    expect(publicationBody.safeParse(body('2026-08-15')).success).toBe(true);
    expect(publicationBody.safeParse(body('2026-08-14')).success).toBe(false);
  });
});
