import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { definePlugin, type JobHandler } from '@fashen/plugin-api';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { processLibraryPlugin } from '@fashen/plugins/process-library/server';
import { createTestApp, type TestApp } from '@fashen/testing';
import { IncidentController } from '../server/incident.controller';
import { ProcessLibraryController } from '../server/process-library.controller';

/** Fails until it is told that the line is up again. */
@Injectable()
class Send implements JobHandler {
  readonly type = 'post.send';
  readonly maxAttempts = 1;
  static isLineUp = false;

  run(): Promise<void> {
    return Send.isLineUp ? Promise.resolve() : Promise.reject(new Error('line is down'));
  }
}

const noTexts = { errors: {}, ui: {}, modeler: {}, lint: {} };
const post = definePlugin({ id: 'post', jobs: [Send], messages: { 'zh-CN': noTexts, en: noTexts } });

async function openLibrary(allowSinglePublisher: boolean): Promise<TestApp> {
  const plugins = [directoryPlugin, formPlugin, caseFilePlugin, assignmentPlugin, processLibraryPlugin, post];
  const app = await createTestApp({ plugins, config: { 'process-library': { allowSinglePublisher } } });
  const registry = app.get(PersonRegistry);
  await app.as('setup').run(async (tx) => {
    for (const unit of sampleBureau.units) await registry.addUnit(tx, unit);
    for (const person of sampleBureau.persons) await registry.addPerson(tx, person);
  });
  return app;
}

describe('the library of processes', () => {
  let app: TestApp;
  let controller: ProcessLibraryController;
  let drawn: string;

  beforeEach(async () => {
    drawn = await readFile(join(__dirname, 'process-library.bpmn'), 'utf8');
    app = await openLibrary(true);
    controller = app.get(ProcessLibraryController);
  });
  afterEach(() => app.close());

  const contextOf = (who: string) => app.as(who).context();
  const publish = async (who: string, xml: string, reason = '启用') =>
    controller.publish(await contextOf(who), 'one-step', { xml, reason });
  const save = async (who: string, xml: string, revision: number) =>
    controller.saveDraft(await contextOf(who), 'one-step', { xml, revision });

  it('publishes versions that never change, with who, when and why', async () => {
    // given
    const first = await publish('ren', drawn, '首次启用');
    const second = await publish('chou', drawn.replace('核查线索', '核查举报线索'), '改名');
    // when
    const process = await controller.get(await contextOf('ren'), 'one-step');
    // then
    expect(process).toMatchObject({
      key: 'one-step',
      name: '一步',
      latest: { id: second.id, version: 2, publishedByName: '丑样例', reason: '改名' },
      versions: [{ version: 2 }, { version: 1, publishedByName: '壬样例', reason: '首次启用', hash: first.hash }],
    });
    expect(await controller.xml(await contextOf('ren'), first.id)).toEqual({ xml: drawn });
  });

  it('takes the same drawing again for the version that is there', async () => {
    // given
    const first = await publish('ren', drawn);
    // when
    const again = await publish('chou', drawn, '再发一次');
    // then
    expect(again.id).toBe(first.id);
  });

  it('leaves running cases on their version', async () => {
    // given
    const first = await publish('ren', drawn);
    const running = await app
      .as('jia')
      .run((tx) => app.instances.start(tx, { definitionKey: 'one-step', businessKey: '案-1', title: '案' }));
    // when
    await publish('ren', drawn.replace('核查线索', '核查举报线索'), '改名');
    // then
    expect(await app.as('jia').read((tx) => app.instances.require(tx, running.id))).toMatchObject({ definitionId: first.id });
  });

  it('says what is wrong with a drawing, where, and what to do, in the language of the reader', async () => {
    // given
    const xml = drawn.replace(/<bpmn:extensionElements>[^]*<\/bpmn:extensionElements>/, '');
    const context = await contextOf('ren');
    // when
    const chinese = await controller.check(context, { xml });
    const english = await controller.check({ ...context, locale: 'en' }, { xml });
    // then
    const finding = { rule: 'assignment.needs-assignment', severity: 'error', elementId: 'check' };
    expect(chinese.findings).toContainEqual({
      ...finding,
      params: { step: '核查线索' },
      message: '环节“核查线索”没有说明由谁办理。',
      remedy: '选中该环节，在“办理人”一栏选择由谁办理。',
    });
    expect(english.findings).toContainEqual(expect.objectContaining({ ...finding, message: 'Step "核查线索" does not say who does it.' }));
  });

  it('finds nothing against a right drawing, and does not fall over a wrong file', async () => {
    // given
    const context = await contextOf('ren');
    // when
    const [right, wrong] = [await controller.check(context, { xml: drawn }), await controller.check(context, { xml: 'not a drawing' })];
    // then
    expect(right.findings.filter((finding) => finding.severity === 'error')).toEqual([]);
    expect(wrong.findings).toEqual([
      expect.objectContaining({ severity: 'error', message: expect.stringMatching(/\p{Script=Han}/u) as string }),
    ]);
  });

  it('refuses to publish what is wrong, and what names another process', async () => {
    // when
    const refused = await Promise.allSettled([
      publish('ren', drawn.replace('kind="starter"', 'kind="boss"')),
      publish('ren', drawn.replace('id="one-step"', 'id="two-step"')),
    ]);
    // then
    expect(refused).toMatchObject([
      { reason: { code: 'engine.MODEL_REFUSED', params: { findings: [{ rule: 'assignment.known-settings', elementId: 'check' }] } } },
      { reason: { code: 'process-library.KEY_MISMATCH', params: { key: 'one-step', drawn: 'two-step' } } },
    ]);
    expect((await controller.list(await contextOf('ren'))).items).toEqual([]);
  });

  it('says whom a drawing names that is not there, and refuses to publish it until the drawing names somebody who is', async () => {
    // given
    const naming = (id: string): string => drawn.replace('kind="starter"', `kind="person" value="${id}"`);
    const context = await contextOf('ren');
    // when
    const checked = await controller.check(context, { xml: naming('nobody') });
    const refused = await Promise.allSettled([publish('ren', naming('nobody'))]);
    const saved = await save('ren', naming('nobody'), 0);
    const published = await publish('ren', naming('jia'));
    // then
    expect(checked.findings).toContainEqual({
      rule: 'assignment.person-unknown',
      severity: 'error',
      elementId: 'check',
      params: { step: '核查线索', id: 'nobody' },
      message: '环节“核查线索”指定了人员“nobody”，但人员名录中没有此人。',
      remedy: '请改选名录中的人员；尚未录入的人员，请先由管理员录入名录。',
    });
    expect(refused).toMatchObject([
      { reason: { code: 'engine.MODEL_REFUSED', params: { findings: [{ rule: 'assignment.person-unknown' }] } } },
    ]);
    expect(saved.revision).toBe(1);
    expect(published.version).toBe(1);
  });

  it('keeps drafts by revision and tells who was faster', async () => {
    // given
    const wrong = '<half a drawing';
    await save('ren', wrong, 0);
    await save('chou', drawn, 1);
    // when
    const late = save('ren', wrong, 1);
    // then
    await expect(late).rejects.toMatchObject({ code: 'engine.DRAFT_CONFLICT', kind: 'conflict', params: { revision: 2, by: 'chou' } });
    expect(await controller.draft(await contextOf('ren'), 'one-step')).toMatchObject({ xml: drawn, revision: 2, updatedByName: '丑样例' });
  });

  it('shows drafts only to those who may read drawings', async () => {
    // given
    await publish('ren', drawn);
    await save('ren', drawn, 0);
    await controller.saveDraft(await contextOf('ren'), 'only-a-draft', { xml: drawn.replace('one-step', 'only-a-draft'), revision: 0 });
    // when
    const [modeler, operator] = [await controller.list(await contextOf('ren')), await controller.list(await contextOf('yin'))];
    // then
    expect(modeler.items).toMatchObject([
      { key: 'one-step', latest: { version: 1 }, draft: { revision: 1 } },
      { key: 'only-a-draft', draft: { revision: 1 } },
    ]);
    expect(modeler.items[0]?.draft).not.toHaveProperty('xml');
    expect(operator.items).toMatchObject([{ key: 'one-step', latest: { version: 1 } }]);
    expect(operator.items[0]).not.toHaveProperty('draft');
  });

  it('says that a process or a draft is not there', async () => {
    // given
    const context = await contextOf('ren');
    // when
    const answers = await Promise.allSettled([controller.get(context, 'nothing'), controller.draft(context, 'nothing')]);
    // then
    expect(answers).toMatchObject([
      { reason: { code: 'process-library.PROCESS_MISSING' } },
      { reason: { code: 'process-library.DRAFT_MISSING' } },
    ]);
  });

  it('lets operators see work that failed, and try it again', async () => {
    // given
    const incidents = app.get(IncidentController);
    Send.isLineUp = false;
    const jobId = await app.as('jia').run((tx) => app.jobs.add(tx, { type: 'post.send', payload: {} }));
    await app.work();
    const seen = await incidents.list(await contextOf('yin'), {});
    // when
    Send.isLineUp = true;
    await incidents.retry(await contextOf('yin'), jobId);
    await app.work();
    // then
    expect(seen.items).toMatchObject([{ jobId, type: 'post.send', attempts: 1 }]);
    expect((await incidents.list(await contextOf('yin'), {})).items).toEqual([]);
  });
});

describe('the library of processes with four eyes', () => {
  let app: TestApp;

  beforeEach(async () => {
    app = await openLibrary(false);
  });
  afterEach(() => app.close());

  it('publishes a saved draft, but not by the person who saved it last', async () => {
    // given
    const xml = await readFile(join(__dirname, 'process-library.bpmn'), 'utf8');
    const controller = app.get(ProcessLibraryController);
    const publish = async (who: string, text: string) =>
      controller.publish(await app.as(who).context(), 'one-step', { xml: text, reason: '启用' });
    await controller.saveDraft(await app.as('ren').context(), 'one-step', { xml, revision: 0 });
    // when
    const refused = await Promise.allSettled([publish('ren', xml), publish('chou', xml.replace('核查', '查'))]);
    const published = await publish('chou', xml);
    // then
    expect(refused).toMatchObject([
      { reason: { code: 'process-library.SECOND_PERSON_NEEDED', kind: 'forbidden' } },
      { reason: { code: 'process-library.DRAFT_NOT_SAVED', kind: 'conflict' } },
    ]);
    expect(published).toMatchObject({ version: 1, publishedBy: 'chou' });
  });
});
