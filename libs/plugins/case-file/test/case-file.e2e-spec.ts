import type { InstanceView, JsonObject } from '@fashen/plugin-api';
import { type FormComponent, FormLibrary } from '@fashen/plugins/form/model';
import type { TestApp } from '@fashen/testing';
import { CaseFileController } from '../server/case-file.controller';
import { ProcedureController } from '../server/procedure.controller';
import { drawing, openBureau } from './small-bureau';

describe('case files', () => {
  let app: TestApp;
  let controller: CaseFileController;

  beforeAll(async () => {
    app = await openBureau({ 'case-file': { numberPatterns: { 'with-form': '样城执表〔{year}〕{seq:3}号' } } });
    controller = app.get(CaseFileController);
  });
  afterAll(() => app.close());

  const contextOf = (who: string) => app.as(who).context();
  const start = async (who = 'jia', definitionKey = 'small-file', data: JsonObject = {}): Promise<InstanceView> =>
    controller.start(await contextOf(who), { definitionKey, title: '占道经营', data });
  const endStep = (who: string, caseId: string, nodeId: string): Promise<InstanceView> =>
    app.as(who).run(async (tx) => {
      const task = (await app.tasks.ofInstance(tx, caseId)).find((one) => one.nodeId === nodeId);
      return app.tasks.complete(tx, task?.id ?? '', {});
    });
  const places = (numbers: readonly string[]): number[] =>
    numbers.map((number) => Number(/〕(\d+)号/.exec(number)?.[1])).sort((one, other) => one - other);

  describe('numbers', () => {
    it('stand in the head and in the data of the case', async () => {
      // when
      const started = await start();
      // then
      expect(started.businessKey).toMatch(/^样城执罚立〔2026〕\d+号$/);
      expect(started.variables).toMatchObject({ case: { number: started.businessKey } });
    });

    it('have no gap and no repeat when many start at once, some in vain', async () => {
      // given
      const [before] = places([(await start()).businessKey]);
      const starts = Array.from({ length: 24 }, (_none, index) => start('jia', index % 3 === 2 ? 'no-such-process' : 'small-file'));
      // when
      const results = await Promise.allSettled(starts);
      // then
      const numbers = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.businessKey] : []));
      expect(places(numbers)).toEqual(Array.from({ length: 16 }, (_none, index) => (before ?? 0) + index + 1));
      expect(results.filter((result) => result.status === 'rejected')).toHaveLength(8);
    });

    it('begin anew with the first day of the year at the bureau', async () => {
      // given
      const other = await openBureau();
      const first = async (): Promise<string> => {
        const body = { definitionKey: 'small-file', title: '占道经营', data: {} };
        return (await other.get(CaseFileController).start(await other.as('jia').context(), body)).businessKey;
      };
      const inMarch = [await first(), await first()];
      // when
      other.clock.advance({ days: 305 });
      const inJanuary = await first();
      await other.close();
      // then
      expect(inMarch).toEqual(['样城执罚立〔2026〕1号', '样城执罚立〔2026〕2号']);
      expect(inJanuary).toBe('样城执罚立〔2027〕1号');
    });
  });

  describe('a start form', () => {
    beforeAll(async () => {
      const cause: FormComponent = { type: 'textfield', key: 'case.cause', label: '案由', validate: { required: true } };
      const schema = { type: 'default' as const, id: 'start-small', components: [cause] };
      await app.as('ren').run((tx) => app.get(FormLibrary).publish(tx, { schema, reason: '启用' }));
      const xml = (await drawing())
        .replace('xmlns:assignment=', 'xmlns:form="urn:fashen:form:1.0" xmlns:assignment=')
        .replace('id="small-file"', 'id="with-form"')
        .replace(
          '<bpmn:startEvent id="start" name="收案">',
          '<bpmn:startEvent id="start" name="收案"><bpmn:extensionElements><form:binding form="start-small" /></bpmn:extensionElements>',
        );
      await app.publish(xml);
    });

    it('checks the answers before a number is taken', async () => {
      // given
      const answers: readonly JsonObject[] = [{}, { case: { cause: '占道' }, decision: { approved: true } }];
      // when
      const refused = await Promise.allSettled(answers.map((data) => start('jia', 'with-form', data)));
      const accepted = await start('jia', 'with-form', { case: { cause: '占道' } });
      // then
      expect(refused.map((result) => result.status)).toEqual(['rejected', 'rejected']);
      expect(accepted).toMatchObject({
        businessKey: '样城执表〔2026〕001号',
        variables: { case: { cause: '占道', number: '样城执表〔2026〕001号' } },
      });
    });

    it('is not there: then no data is accepted', async () => {
      // when
      const started = start('jia', 'small-file', { decision: { approved: true } });
      // then
      await expect(started).rejects.toMatchObject({ name: 'WorkflowError' });
    });
  });

  describe('a process that is only called', () => {
    beforeAll(async () => {
      const xml = (await drawing())
        .replace('xmlns:assignment=', 'xmlns:case-file="urn:fashen:case-file:1.0" xmlns:assignment=')
        .replace(
          /<bpmn:process id="small-file"[^>]*>/,
          '<bpmn:process id="small-part" name="案件的一段" isExecutable="true"><bpmn:extensionElements><case-file:start by="CALL" /></bpmn:extensionElements>',
        );
      await app.publish(xml);
    });

    it('is not among the procedures one may start a case by', async () => {
      const { items } = await app.get(ProcedureController).list(await contextOf('jia'));
      expect(items).toContainEqual({ key: 'small-file', name: '小案卷', version: 1 });
      expect(items.map(({ key }) => key)).not.toContain('small-part');
    });

    it('is not started by hand either, and takes no number', async () => {
      const [before] = places([(await start()).businessKey]);
      await expect(start('jia', 'small-part')).rejects.toMatchObject({ code: 'case-file.CALLED_ONLY', params: { name: '案件的一段' } });
      expect(places([(await start()).businessKey])).toEqual([(before ?? 0) + 1]);
    });
  });

  describe('reading', () => {
    it('shows head, tasks with names, and whether one can act', async () => {
      // given
      const { id } = await start();
      await endStep('jia', id, 'draft');
      // when
      const [officer, reviewer] = [await controller.get(await contextOf('jia'), id), await controller.get(await contextOf('bing'), id)];
      // then
      expect(officer).toMatchObject({
        instance: { id, startedBy: 'jia', startedByName: '甲样例', status: 'RUNNING' },
        tasks: [
          { nodeId: 'draft', state: 'DONE', endedByName: '甲样例' },
          { nodeId: 'review', state: 'READY' },
        ],
        canAct: false,
      });
      expect(reviewer.canAct).toBe(true);
    });

    it('shows the drawing of its version, the way so far and the open tasks', async () => {
      // given
      const { id } = await start();
      // when
      const diagram = await controller.diagram(await contextOf('jia'), id);
      // then
      expect(diagram.xml).toBe(await drawing());
      expect(diagram.trail.nodes).toMatchObject({ start: 1, split: 1, draft: 1 });
      expect(diagram.waiting.map((wait) => wait.nodeId).sort()).toEqual(['answer', 'draft']);
      expect(diagram.tasks).toMatchObject([{ nodeId: 'draft', assigneeName: '甲样例' }]);
    });

    it('finds cases by number and title, newest first', async () => {
      // given
      const older = await start('mao');
      const newer = await start('mao');
      // when
      const page = await controller.list(await contextOf('mao'), {});
      const found = await controller.list(await contextOf('mao'), { text: older.businessKey });
      // then
      expect(page.items.map((one) => one.id)).toEqual([newer.id, older.id]);
      expect(found.items.map((one) => one.id)).toEqual([older.id]);
    });

    it('does not exist for strangers, whatever they ask for', async () => {
      // given
      const { id } = await start();
      const stranger = await contextOf('mao');
      // when
      const answers = await Promise.allSettled([
        controller.get(stranger, id),
        controller.diagram(stranger, id),
        controller.message(stranger, id, { name: 'partyAnswered', data: {} }),
        controller.get(stranger, 'no-such-case'),
      ]);
      // then
      expect(answers).toMatchObject(Array(4).fill({ reason: { code: 'case-file.CASE_MISSING', kind: 'missing' } }));
    });
  });

  describe('acting', () => {
    it('delivers a message of a person who takes part, and keeps its data apart from what steps decide', async () => {
      // given
      const { id } = await start();
      // when
      const after = await controller.message(await contextOf('jia'), id, {
        name: 'partyAnswered',
        data: { decision: { approved: true }, text: '无异议' },
      });
      // then
      expect(after.waiting.map((wait) => wait.nodeId)).not.toContain('answer');
      expect(after.variables).toMatchObject({ messages: { partyAnswered: { text: '无异议' } } });
      expect(after.variables).not.toHaveProperty('decision');
    });

    it('refuses a message of a person who may only read', async () => {
      // given
      const { id } = await start();
      // when
      const sent = controller.message(await contextOf('ji'), id, { name: 'partyAnswered', data: {} });
      // then
      await expect(sent).rejects.toMatchObject({ code: 'case-file.NOT_TAKING_PART', kind: 'forbidden' });
    });
  });
});
