import { browserFeel } from '@fashen/feel';
import type { JsonObject, LintFinding } from '@fashen/plugin-api';
import { checkDecisions, refusesPublication } from './check-decisions';
import { dmnFile, dmnLiteral, dmnTable, type TableText } from './dmn-text';

const table = (text: Partial<TableText>): string =>
  dmnFile(dmnTable({ id: 'level', hitPolicy: 'UNIQUE', inputs: ['amount:number'], outputs: ['answer'], rows: [], ...text }));

/** Rows of a table, cells between bars. */
const rows = (...lines: readonly string[]): TableText['rows'] => lines.map((line) => line.split(' | '));

async function findingsOf(xml: string, known: JsonObject = {}): Promise<readonly LintFinding[]> {
  return (await checkDecisions(xml, browserFeel, known)).findings;
}

const namesOf = async (xml: string, known?: JsonObject): Promise<readonly string[]> =>
  (await findingsOf(xml, known)).map((finding) => finding.rule.replace('decision-rule.', ''));

describe('gaps', () => {
  it('finds the interval no row covers and names its bounds', async () => {
    // when
    const findings = await findingsOf(
      table({
        rows: rows('< 1000 | 1', '> 3000 | 2'),
      }),
    );
    // then
    expect(findings).toEqual([
      { rule: 'decision-rule.gap', severity: 'warning', elementId: 'level', params: { example: 'amount = 1000 | (1000..3000) | 3000' } },
    ]);
  });

  it('finds the single value between an exclusive and an exclusive bound', async () => {
    expect(
      await findingsOf(
        table({
          rows: rows('< 1000 | 1', '> 1000 | 2'),
        }),
      ),
    ).toMatchObject([{ params: { example: 'amount = 1000' } }]);
  });

  it('finds a combination of values no row covers', async () => {
    // given
    const xml = table({
      inputs: ['kind:string:"CITIZEN","ORGANISATION"', 'amount:number'],
      rows: rows('"CITIZEN" | - | 1', '"ORGANISATION" | >= 20000 | 2'),
    });
    // then
    expect(await findingsOf(xml)).toMatchObject([{ params: { example: 'kind = "ORGANISATION"; amount = < 20000' } }]);
  });

  it('is content with complete tables, with a default and with COLLECT', async () => {
    expect(
      await namesOf(
        table({
          rows: rows('< 1000 | 1', '[1000..3000) | 2', '>= 3000 | 3'),
        }),
      ),
    ).toEqual([]);
    expect(await namesOf(table({ rows: rows('> 1000 | 1'), defaults: ['0'] }))).toEqual([]);
    expect(await namesOf(table({ hitPolicy: 'COLLECT', rows: rows('> 1000 | 1') }))).toEqual([]);
    expect(
      await namesOf(
        table({
          inputs: ['open:boolean'],
          rows: rows('true | 1', 'false | 2'),
        }),
      ),
    ).toEqual([]);
  });
});

describe('overlaps', () => {
  it('refuses UNIQUE rows that share a case and answer differently', async () => {
    // when
    const findings = await findingsOf(
      table({
        rows: rows('<= 1000 | 1', '>= 1000 | 2'),
      }),
    );
    // then
    expect(findings).toMatchObject([
      { rule: 'decision-rule.contradiction', severity: 'error', params: { rows: [1, 2], example: 'amount = 1000' } },
    ]);
    expect(refusesPublication(findings)).toBe(true);
  });

  it('refuses UNIQUE rows that share a case even when they agree', async () => {
    expect(
      await namesOf(
        table({
          rows: rows('<= 1000 | 1', '>= 1000 | 1'),
        }),
      ),
    ).toEqual(['overlap']);
  });

  it('lets ANY rows share cases as long as they agree', async () => {
    expect(
      await namesOf(
        table({
          hitPolicy: 'ANY',
          rows: rows('<= 1000 | 1', '>= 1000 | 1'),
        }),
      ),
    ).toEqual([]);
    expect(
      await namesOf(
        table({
          hitPolicy: 'ANY',
          rows: rows('<= 1000 | 1', '>= 1000 | 2'),
        }),
      ),
    ).toEqual(['contradiction']);
  });

  it('tells lists apart by what they contain', async () => {
    const rows = [
      ['list contains(?, "A")', '1'],
      ['list contains(?, "B")', '2'],
    ];
    expect(await namesOf(table({ inputs: ['kinds:list'], rows, defaults: ['0'] }))).toEqual(['contradiction']);
  });

  it('judges thresholds by the parameter values in force', async () => {
    // given
    const xml = table({
      rows: rows('< parameters.limit | 1', '>= 5000 | 2'),
    });
    // then
    expect(await namesOf(xml, { parameters: { limit: 5_000 } })).toEqual([]);
    expect(await namesOf(xml, { parameters: { limit: 6_000 } })).toEqual(['contradiction']);
    expect(await namesOf(xml, { parameters: { limit: 4_000 } })).toEqual(['gap']);
  });

  it('only warns where a threshold is not known', async () => {
    const findings = await findingsOf(
      table({
        rows: rows('< parameters.limit | 1', '>= 5000 | 2'),
      }),
    );
    expect(findings.map((finding) => finding.severity)).not.toContain('error');
  });
});

describe('rows that do nothing', () => {
  it('finds a row no value can fit', async () => {
    expect(
      await findingsOf(
        table({
          hitPolicy: 'COLLECT',
          rows: rows('(1000..1000) | 1', '> 5 | 2'),
        }),
      ),
    ).toMatchObject([{ rule: 'decision-rule.unreachable', params: { rows: [1] } }]);
  });

  it('finds a row behind earlier rows of FIRST that take all its cases', async () => {
    const rows = [
      ['< 1000', '1'],
      ['>= 1000', '2'],
      ['[500..2000]', '3'],
    ];
    expect(await findingsOf(table({ hitPolicy: 'FIRST', rows }))).toMatchObject([{ rule: 'decision-rule.hidden', params: { rows: [3] } }]);
  });

  it('finds the same row twice in COLLECT', async () => {
    expect(
      await namesOf(
        table({
          hitPolicy: 'COLLECT',
          rows: rows('> 5 | 1', '> 5 | 1'),
        }),
      ),
    ).toEqual(['duplicate']);
  });

  it('says that a table with too many rows was not looked into', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => [String(at), '1']);
    expect(await findingsOf(table({ rows }))).toMatchObject([
      { rule: 'decision-rule.not-analyzed', severity: 'warning', params: { rows: ['1–300'] } },
    ]);
  });

  it('names rows it cannot look into', async () => {
    expect(await findingsOf(table({ hitPolicy: 'COLLECT', rows: rows('? * 2 > 5 | 1') }))).toMatchObject([
      { rule: 'decision-rule.not-analyzed', params: { rows: [1] } },
    ]);
  });
});

describe('files that are refused', () => {
  const head = '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="f" name="f" namespace="urn:x">';
  const nested = (depth: number): string => `${head}${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}</definitions>`;

  it.each([
    ['a DOCTYPE', '<!DOCTYPE lolz [<!ENTITY lol "lol">]><definitions/>', 'doctype'],
    ['an external entity', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><definitions/>', 'doctype'],
    ['a huge file', head + ' '.repeat(1_000_001), 'too-large'],
    ['deep nesting', nested(5_000), 'too-deep'],
    ['very many elements', `${head}${'<x/>'.repeat(31_000)}</definitions>`, 'too-many-elements'],
    ['many unknown elements', `${head}${'<x/>'.repeat(29_000)}</definitions>`, 'not-readable'],
    ['no XML', 'hello', 'not-xml'],
    ['broken XML', '<definitions', 'not-readable'],
    ['another document', '<html/>', 'not-readable'],
    ['no decision', `${head}</definitions>`, 'no-decision'],
    ['a circle', dmnFile(dmnLiteral('a', 'b', ['b']), dmnLiteral('b', 'a', ['a'])), 'circle'],
    ['a missing requirement', dmnFile(dmnLiteral('a', 'b', ['b'])), 'requires-missing'],
    ['two roots', dmnFile(dmnLiteral('a', '1'), dmnLiteral('b', '1')), 'several-roots'],
    ['one id twice', dmnFile(dmnLiteral('a', '1'), dmnLiteral('a', '1')), 'not-readable'],
    ['an id with signs', dmnFile(dmnLiteral('a.b', '1')), 'bad-id'],
    ['an id with blanks', dmnFile(dmnLiteral('a b', '1')), 'not-readable'],
    ['an unknown element', `${head}<script>alert(1)</script></definitions>`, 'not-readable'],
    ['an import', `${head}<import name="x" namespace="y" importType="z"/></definitions>`, 'unsupported'],
    ['a function', `${head}<businessKnowledgeModel id="k" name="k"/></definitions>`, 'unsupported'],
    [
      'a script language',
      dmnFile(dmnLiteral('a', '1')).replace('<literalExpression', '<literalExpression expressionLanguage="javascript"'),
      'unsupported',
    ],
    ['an unknown hit policy', table({ hitPolicy: 'SOME', rows: rows('- | 1') }), 'bad-hit-policy'],
    ['a cell that is no FEEL', table({ rows: rows('>= >= | 1') }), 'bad-expression'],
    ['a template expression', table({ rows: rows('- | ${environment.x}') }), 'bad-expression'],
    ['PRIORITY without listed values', table({ hitPolicy: 'PRIORITY', rows: rows('- | 1') }), 'priority-needs-values'],
    [
      'an aggregation over two outputs',
      table({ hitPolicy: 'COLLECT', aggregation: 'SUM', outputs: ['a', 'b'], rows: rows('- | 1 | 2') }),
      'aggregation-needs-one-output',
    ],
    ['a row with a missing cell', table({ rows: rows('1') }), 'row-incomplete'],
    ['a table without rows', table({}), 'no-rows'],
  ])('%s', async (_what, xml, expected) => {
    // when
    const findings = await findingsOf(xml);
    // then
    expect(findings.map((finding) => finding.rule)).toContain(`decision-rule.${expected}`);
    expect(refusesPublication(findings)).toBe(true);
  });
});
