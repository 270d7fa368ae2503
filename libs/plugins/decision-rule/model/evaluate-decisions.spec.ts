import { browserFeel } from '@fashen/feel';
import { isWorkflowError, type Json, type JsonObject } from '@fashen/plugin-api';
import { checkDecisions } from './check-decisions';
import { dmnContext, dmnFile, dmnLiteral, dmnTable, type TableText } from './dmn-text';
import { evaluateDecisions, type Evaluation } from './evaluate-decisions';

const now = new Date('2026-11-22T02:00:00Z');

async function evaluate(xml: string, input: JsonObject): Promise<Evaluation> {
  const { compiled, findings } = await checkDecisions(xml, browserFeel);
  if (!compiled) throw new Error(JSON.stringify(findings));
  return evaluateDecisions(compiled, { input, now });
}

const answerOf = async (xml: string, input: JsonObject): Promise<Json> => (await evaluate(xml, input)).output;

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => (isWorkflowError(error) ? error.code : String(error)),
  );
}

/** Three rows that overlap: every row fits 5, the first two fit 50, the first fits 500. */
const overlapping = (policy: Partial<TableText>, answers: readonly string[]): string =>
  dmnFile(
    dmnTable({
      id: 'level',
      hitPolicy: 'UNIQUE',
      inputs: ['amount:number'],
      outputs: ['answer'],
      rows: [
        ['-', answers[0] ?? ''],
        ['< 100', answers[1] ?? ''],
        ['< 10', answers[2] ?? ''],
      ],
      ...policy,
    }),
  );

describe('hit policies', () => {
  it('UNIQUE answers the one row that fits', async () => {
    expect(await answerOf(overlapping({ hitPolicy: 'UNIQUE' }, ['"a"', '"b"', '"c"']), { amount: 500 })).toBe('a');
  });

  it('UNIQUE refuses a case that fits two rows and names them', async () => {
    // given
    const xml = overlapping({ hitPolicy: 'UNIQUE' }, ['"a"', '"b"', '"c"']);
    // when
    const work = evaluate(xml, { amount: 50 });
    // then
    await expect(work).rejects.toMatchObject({ code: 'decision-rule.SEVERAL_ROWS', params: { rows: [1, 2] } });
  });

  it('FIRST answers the first row that fits, in the order of the rows', async () => {
    expect(await answerOf(overlapping({ hitPolicy: 'FIRST' }, ['"a"', '"b"', '"c"']), { amount: 5 })).toBe('a');
  });

  it('ANY answers what all fitting rows agree on', async () => {
    expect(await answerOf(overlapping({ hitPolicy: 'ANY' }, ['"a"', '"a"', '"a"']), { amount: 5 })).toBe('a');
  });

  it('ANY refuses a case on which fitting rows disagree', async () => {
    expect(await codeOf(evaluate(overlapping({ hitPolicy: 'ANY' }, ['"a"', '"a"', '"c"']), { amount: 5 }))).toBe(
      'decision-rule.ROWS_DISAGREE',
    );
  });

  it('PRIORITY answers the fitting row whose output stands first in the list', async () => {
    const xml = overlapping({ hitPolicy: 'PRIORITY', outputs: ['answer:string:"FULL","ROUTINE","NONE"'] }, [
      '"NONE"',
      '"FULL"',
      '"ROUTINE"',
    ]);
    expect(await answerOf(xml, { amount: 5 })).toBe('FULL');
    expect(await answerOf(xml, { amount: 500 })).toBe('NONE');
  });

  it('PRIORITY refuses an output that is not in the list', async () => {
    const xml = overlapping({ hitPolicy: 'PRIORITY', outputs: ['answer:string:"FULL","NONE"'] }, ['"NONE"', '"FULL"', '"OTHER"']);
    expect(await codeOf(evaluate(xml, { amount: 5 }))).toBe('decision-rule.OUTPUT_NOT_LISTED');
  });

  it('RULE ORDER answers every fitting row in the order of the rows', async () => {
    expect(await answerOf(overlapping({ hitPolicy: 'RULE ORDER' }, ['"a"', '"b"', '"c"']), { amount: 5 })).toEqual(['a', 'b', 'c']);
  });

  it('OUTPUT ORDER answers every fitting row in the order of the listed outputs', async () => {
    const xml = overlapping({ hitPolicy: 'OUTPUT ORDER', outputs: ['answer:string:"c","a","b"'] }, ['"a"', '"b"', '"c"']);
    expect(await answerOf(xml, { amount: 5 })).toEqual(['c', 'a', 'b']);
  });

  it.each([
    [undefined, [1, 2, 4]],
    ['SUM', 7],
    ['MIN', 1],
    ['MAX', 4],
    ['COUNT', 3],
  ])('COLLECT with %s answers %j', async (aggregation, expected) => {
    const xml = overlapping({ hitPolicy: 'COLLECT', ...(aggregation && { aggregation }) }, ['1', '2', '4']);
    expect(await answerOf(xml, { amount: 5 })).toEqual(expected);
  });

  it.each([
    [undefined, []],
    ['SUM', null],
    ['MIN', null],
    ['MAX', null],
    ['COUNT', 0],
  ])('COLLECT with %s answers %j when nothing fits', async (aggregation, expected) => {
    const xml = dmnFile(
      dmnTable({
        id: 'level',
        hitPolicy: 'COLLECT',
        ...(aggregation && { aggregation }),
        inputs: ['amount'],
        outputs: ['answer'],
        rows: [['> 5', '1']],
      }),
    );
    expect(await answerOf(xml, { amount: 1 })).toEqual(expected);
  });

  it('COLLECT takes the earliest and latest day', async () => {
    const xml = (aggregation: string): string =>
      overlapping({ hitPolicy: 'COLLECT', aggregation }, ['date("2026-10-12")', 'date("2026-09-30")', 'date("2026-10-01")']);
    expect(await answerOf(xml('MIN'), { amount: 5 })).toBe('2026-09-30');
    expect(await answerOf(xml('MAX'), { amount: 5 })).toBe('2026-10-12');
  });

  it('COLLECT refuses to add up texts', async () => {
    expect(await codeOf(evaluate(overlapping({ hitPolicy: 'COLLECT', aggregation: 'SUM' }, ['"a"', '"b"', '"c"']), { amount: 5 }))).toBe(
      'decision-rule.NOT_AGGREGABLE',
    );
  });

  it('answers the default when no row fits', async () => {
    const xml = dmnFile(
      dmnTable({ id: 'level', hitPolicy: 'UNIQUE', inputs: ['amount'], outputs: ['answer'], rows: [['> 5', '1']], defaults: ['9'] }),
    );
    expect(await answerOf(xml, { amount: 1 })).toBe(9);
  });

  it('says that there is no answer when no row of a single-hit table fits', async () => {
    const xml = dmnFile(dmnTable({ id: 'level', hitPolicy: 'UNIQUE', inputs: ['amount'], outputs: ['answer'], rows: [['> 5', '1']] }));
    expect(await evaluate(xml, { amount: 1 })).toMatchObject({ output: null, hits: [], isUnanswered: true });
  });
});

describe('values', () => {
  it.each([
    ['date', '>= date("2026-08-15")', '2026-08-15', true],
    ['date', '>= date("2026-08-15")', '2026-08-14', false],
    ['date', '[date("2026-08-15")..date("2026-09-01"))', '2026-09-01', false],
    ['date', '? + duration("P90D") > date("2026-12-01")', '2026-09-14', true],
    ['dateTime', '< date and time("2026-08-15T10:00:00")', '2026-08-15T09:59:59', true],
    ['time', '[time("08:30:00")..time("17:30:00")]', '09:00:00', true],
    ['dayTimeDuration', '> duration("P5D")', 'P7D', true],
    ['dayTimeDuration', 'not(> duration("P5D"))', 'P7D', false],
    ['yearMonthDuration', 'duration("P6M")', 'P6M', true],
    ['string', 'starts with(?, "CF-")', 'CF-01', true],
    ['string', 'not("A","B")', 'C', true],
    ['number', '(1000..3000]', 1000, false],
    ['number', '< 5, > 10', 11, true],
    ['boolean', 'true', true, true],
    ['list', 'list contains(?, "FINE")', ['FINE', 'WARNING'], true],
    ['list', 'some kind in ? satisfies kind in ("REVOKE_LICENCE","DOWNGRADE")', ['DOWNGRADE'], true],
    ['list', 'count(?) > 1', ['FINE'], false],
  ])('a column of type %s with the cell %s judges %j as %s', async (type, cell, value, expected) => {
    // given
    const xml = dmnFile(dmnTable({ id: 'd', hitPolicy: 'FIRST', inputs: [`x:${type}`], outputs: ['o'], rows: [['-', 'false']] }));
    const withCell = xml.replace(
      '<rule id="d_r0"',
      `<rule id="d_first"><inputEntry id="fi"><text>${cell.replace(/</g, '&lt;')}</text></inputEntry><outputEntry id="fo"><text>true</text></outputEntry></rule><rule id="d_r0"`,
    );
    // then
    expect(await answerOf(withCell, { x: value })).toBe(expected);
  });

  it('compares with the amounts of a parameter set', async () => {
    const xml = dmnFile(
      dmnTable({
        id: 'd',
        hitPolicy: 'FIRST',
        inputs: ['fine:number'],
        outputs: ['o'],
        rows: [
          ['>= parameters.limit', '"yes"'],
          ['-', '"no"'],
        ],
      }),
    );
    expect(await answerOf(xml, { fine: 3_000, parameters: { limit: 3_000 } })).toBe('yes');
    expect(await answerOf(xml, { fine: 2_999, parameters: { limit: 3_000 } })).toBe('no');
  });

  it('refuses a text in a number column instead of finding no row', async () => {
    const xml = overlapping({ hitPolicy: 'COLLECT' }, ['1', '2', '3']);
    expect(await codeOf(evaluate(xml, { amount: '5' }))).toBe('decision-rule.INPUT_TYPE');
  });

  it('refuses a value the column does not allow', async () => {
    const xml = dmnFile(dmnTable({ id: 'd', hitPolicy: 'FIRST', inputs: ['kind:string:"A","B"'], outputs: ['o'], rows: [['-', '1']] }));
    expect(await codeOf(evaluate(xml, { kind: 'C' }))).toBe('decision-rule.INPUT_NOT_ALLOWED');
  });

  it('never reads case data as an expression', async () => {
    const xml = dmnFile(
      dmnTable({
        id: 'd',
        hitPolicy: 'FIRST',
        inputs: ['text'],
        outputs: ['o'],
        rows: [
          ['"1 + 1"', 'text'],
          ['-', '"other"'],
        ],
      }),
    );
    expect(await answerOf(xml, { text: '1 + 1' })).toBe('1 + 1');
  });
});

describe('requirements', () => {
  const file = dmnFile(
    dmnLiteral('partyClass', 'if party.type = "ORGANISATION" then "ORG" else "CITIZEN"'),
    dmnContext('limits', { fine: 'if partyClass = "ORG" then parameters.org else parameters.citizen', double: 'fine * 2' }, ['partyClass']),
    dmnTable({
      id: 'catalog',
      hitPolicy: 'COLLECT',
      inputs: ['draft.fine:number'],
      outputs: ['code', 'big:boolean'],
      rows: [['>= limits.fine', '"CF-01"', 'draft.fine >= limits.double']],
      requires: ['limits'],
    }),
  );

  it('evaluates required decisions first and hands their results on', async () => {
    const input = { party: { type: 'CITIZEN' }, draft: { fine: 6_000 }, parameters: { org: 20_000, citizen: 3_000 } };
    expect(await answerOf(file, input)).toEqual([{ code: 'CF-01', big: true }]);
  });

  it('explains every row and cell with the value of the case, and what was decided before', async () => {
    // when
    const { explanation } = await evaluate(file, {
      party: { type: 'ORGANISATION' },
      draft: { fine: 6_000 },
      parameters: { org: 20_000, citizen: 3_000 },
    });
    // then
    expect(explanation).toMatchObject({
      decisionId: 'catalog',
      hitPolicy: 'COLLECT',
      inputs: [{ expression: 'draft.fine', value: 6_000 }],
      rows: [{ index: 1, matched: false, cells: [{ text: '>= limits.fine', holds: false }] }],
      required: [
        {
          decisionId: 'limits',
          rows: [{ outputs: { value: { fine: 20_000, double: 40_000 } } }],
          required: [{ decisionId: 'partyClass' }],
        },
      ],
    });
  });
});
