import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Decisions, type JsonObject } from '@fashen/plugin-api';
import { decisionRulePlugin } from '@fashen/plugins/decision-rule/server';
import { createTestApp, ProcessDriver, type TestApp } from '@fashen/testing';
import { dmnFile, dmnLiteral, dmnTable, type TableText } from '../model/dmn-text';
import { DecisionRuleController } from '../server/decision-rule.controller';

const level = (table: Partial<TableText> = {}): string =>
  dmnFile(
    dmnTable({
      id: 'level',
      hitPolicy: 'FIRST',
      inputs: ['draft.fine:number'],
      outputs: ['level'],
      rows: [
        ['>= 3000', '"FULL"'],
        ['-', '"NONE"'],
      ],
      ...table,
    }),
  );

describe('decisions', () => {
  let app: TestApp;
  let controller: DecisionRuleController;

  beforeAll(async () => {
    app = await createTestApp({ plugins: [decisionRulePlugin] });
    controller = app.get(DecisionRuleController);
    await publish(level(), '首个版本');
    await app.publish(await readFile(join(__dirname, 'decision-rule.bpmn'), 'utf8'));
  });
  afterAll(() => app.close());

  const publish = async (xml: string, reason = '修改', key = 'level') =>
    controller.publish(await app.as('ren').context(), key, { xml, reason });
  const attempt = async (body: { input: JsonObject; xml?: string; versionId?: string }, key = 'level') =>
    controller.attempt(await app.as('ren').context(), key, body);

  describe('publishing', () => {
    it('keeps every version with who published it, when and why', async () => {
      // when
      await publish(
        level({
          rows: [
            ['>= 5000', '"FULL"'],
            ['-', '"NONE"'],
          ],
        }),
        '提高标准',
      );
      await publish(level(), '恢复标准');
      // then
      const { items } = await controller.versions(await app.as('ren').context(), 'level');
      expect(items.map(({ version, reason, publishedBy }) => [version, reason, publishedBy])).toEqual([
        [3, '恢复标准', 'ren'],
        [2, '提高标准', 'ren'],
        [1, '首个版本', 'ren'],
      ]);
      expect(items[0]?.hash).toBe(items[2]?.hash);
    });

    it('takes the same content again for the version that exists', async () => {
      const first = await publish(level());
      expect(await publish(level(), '再次')).toEqual(first);
    });

    it('refuses rows that contradict each other and says which', async () => {
      const xml = level({ hitPolicy: 'UNIQUE' });
      await expect(publish(xml)).rejects.toMatchObject({
        code: 'decision-rule.MODEL_REFUSED',
        params: { findings: [{ rule: 'decision-rule.contradiction', params: { rows: [1, 2] } }] },
      });
    });

    it('refuses a file with another decision than the address names', async () => {
      await expect(publish(level({ id: 'other' }))).rejects.toMatchObject({
        code: 'decision-rule.KEY_MISMATCH',
        params: { found: 'other' },
      });
    });

    it('shows a version ready to paint', async () => {
      // when
      const view = await controller.show(await app.as('ren').context(), 'level');
      // then
      expect(view.table).toMatchObject({
        hitPolicy: 'FIRST',
        columns: [
          { kind: 'input', label: 'draft.fine' },
          { kind: 'output', label: 'level' },
        ],
        rows: [
          { index: 1, cells: ['>= 3000', '"FULL"'] },
          { index: 2, cells: ['-', '"NONE"'] },
        ],
      });
    });
  });

  describe('drafts', () => {
    it('tells the second of two editors who saved first', async () => {
      // given
      const save = async (who: string, revision: number) =>
        controller.saveDraft(await app.as(who).context(), 'level', { xml: level(), revision });
      await save('ren', 0);
      // when
      const late = save('chou', 0);
      // then
      await expect(late).rejects.toMatchObject({
        code: 'decision-rule.DRAFT_CONFLICT',
        kind: 'conflict',
        params: { by: 'ren', revision: 1 },
      });
      expect(await save('chou', 1)).toMatchObject({ revision: 2, updatedBy: 'chou' });
    });
  });

  describe('trying', () => {
    it('answers with every cell explained and writes nothing', async () => {
      expect(await attempt({ input: { draft: { fine: 2_999 } } })).toMatchObject({
        output: 'NONE',
        explanation: { rows: [{ matched: false, cells: [{ holds: false }] }, { matched: true }], inputs: [{ value: 2_999 }] },
      });
    });

    it('answers for a file that is not published', async () => {
      const xml = level({
        rows: [
          ['>= 100', '"FULL"'],
          ['-', '"NONE"'],
        ],
      });
      expect(await attempt({ input: { draft: { fine: 100 } }, xml })).toMatchObject({ output: 'FULL', version: 0 });
    });

    it.each([
      ['a loop over a loop', 'for a in 1..2000, b in 1..2000 return a * b'],
      ['a list that grows', 'for a in 1..9999, b in 1..9999 return [a, b]'],
      ['a pattern without end', 'matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "^(a+)+$")'],
      ['a power', 'count(for a in 1..10000000 return a ** 99)'],
      ['a text that doubles', 'string join(for a in 1..100000 return "xxxxxxxxxx")'],
      ['deep brackets', `${'('.repeat(500)}1${')'.repeat(500)}`],
    ])('stops %s', async (_what, text) => {
      // when
      const work = attempt({ input: {}, xml: dmnFile(dmnLiteral('bomb', text)) }, 'bomb');
      // then
      await expect(work).rejects.toMatchObject({ code: expect.stringMatching(/FEEL_TOO_EXPENSIVE|MODEL_REFUSED/) });
    });
  });

  describe('business-rule tasks', () => {
    it('go on with the answer, and stay with the version that judged the case first', async () => {
      // given
      const first = await ProcessDriver.start(app, { definitionKey: 'judged', variables: { draft: { fine: 3_500 } } });
      await publish(
        level({
          rows: [
            ['>= 4000', '"FULL"'],
            ['-', '"NONE"'],
          ],
        }),
        '提高到 4000',
      );
      // when
      await first.message('look-again');
      const next = await ProcessDriver.start(app, { definitionKey: 'judged', variables: { draft: { fine: 3_500 } } });
      // then
      expect((await first.instance()).variables).toMatchObject({ level: 'FULL', levelAgain: 'FULL' });
      expect((await next.instance()).variables['level']).toBe('NONE');
    });

    it('refuse a case no row fits, and leave it as it was', async () => {
      // given
      await publish(level({ rows: [['>= 3000', '"FULL"']] }), '只留一行');
      // when
      const start = ProcessDriver.start(app, { definitionKey: 'judged', variables: { draft: { fine: 1 } } });
      // then
      await expect(start).rejects.toMatchObject({ code: 'decision-rule.NO_ROW_FITS', params: { decision: 'level' } });
    });

    it('refuse a sum that is a text', async () => {
      const start = ProcessDriver.start(app, { definitionKey: 'judged', variables: { draft: { fine: '3500' } } });
      await expect(start).rejects.toMatchObject({ code: 'decision-rule.INPUT_TYPE', params: { type: 'number' } });
    });
  });

  it('keeps to a version when one is named', async () => {
    // given
    const { items } = await controller.versions(await app.as('ren').context(), 'level');
    const oldest = items.at(-1);
    // when
    const result = await app
      .as('ren')
      .read((tx) => app.get(Decisions).evaluate(tx, { key: 'level', versionId: oldest?.id ?? '', input: { draft: { fine: 3_000 } } }));
    // then
    expect(result).toMatchObject({ version: 1, output: 'FULL' });
  });
});
