import { createTestApp, ProcessDriver, schemaDrift, type TestApp } from '@fashen/testing';
import { deskFile, held } from './desk-model';
import { book, deskPlugin, resetBook } from './desk-plugin';
import { ends, flows } from './kernel/model-text';

const model = (name: string, key = 'P'): string =>
  deskFile(`${ends}${held('A', 'assignee="jia"')}${flows('s -> A -> e')}`, '', key).replace('isExecutable', `name="${name}" isExecutable`);

describe('published processes', () => {
  let app: TestApp;

  beforeEach(async () => {
    resetBook();
    app = await createTestApp({ plugins: [deskPlugin] });
  });
  afterEach(() => app.close());

  it('get a new version for new content and the same version for the same', async () => {
    // when
    const first = await app.publish(model('one'));
    const same = await app.publish(model('one'));
    const second = await app.publish(model('two'));
    const back = await app.publish(model('one'));
    // then
    expect(first).toMatchObject({
      key: 'P',
      version: 1,
      name: 'one',
      publishedBy: 'modeler',
      reason: 'test',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(same).toEqual(first);
    expect([second.version, back.version]).toEqual([2, 3]);
    expect(back.hash).toBe(first.hash);
    expect(book.heard.filter(({ name }) => name === 'engine.definitionPublished').map(({ payload }) => payload.version)).toEqual([1, 2, 3]);
  });

  it('are listed by key with their latest version, and by version', async () => {
    // given
    await app.publish(model('one'));
    const latest = await app.publish(model('two'));
    const other = await app.publish(model('other', 'Q'));
    // then
    await app.as('ren').read(async (tx) => {
      expect(await app.definitions.list(tx)).toEqual([latest, other]);
      expect((await app.definitions.versions(tx, 'P')).map(({ version }) => version)).toEqual([2, 1]);
      expect(await app.definitions.latest(tx, 'P')).toEqual(latest);
      expect(await app.definitions.latest(tx, 'R')).toBeUndefined();
      expect(await app.definitions.xml(tx, latest.id)).toBe(model('two'));
      expect((await app.definitions.model(tx, latest.id)).elements.get('A')?.extensions).toEqual({ 'desk:Holder': { assignee: 'jia' } });
      await expect(app.definitions.require(tx, 'unknown')).rejects.toMatchObject({ code: 'engine.DEFINITION_MISSING' });
    });
  });

  it('leave running cases on their version', async () => {
    // given
    const { key } = await app.publish(model('one'));
    const driver = await ProcessDriver.start(app, { definitionKey: key });
    // when
    await app.publish(model('two').replaceAll('"A"', '"B"').replace('s_A', 's_B').replace('A_e', 'B_e'));
    const next = await ProcessDriver.start(app, { definitionKey: key });
    // then
    expect([await driver.waiting(), await next.waiting()]).toEqual([['A'], ['B']]);
    expect((await driver.act('jia', 'A')).status).toBe('COMPLETED');
  });

  it('give out each version number once when two publish at the same moment', async () => {
    // when
    const made = await Promise.all(['one', 'two', 'three', 'four'].map((name) => app.publish(model(name))));
    // then
    expect(made.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4]);
  });

  it('are refused with what is wrong and where', async () => {
    // given
    const broken = model('one').replace('</process>', '<scriptTask id="S"><script>process.exit()</script></scriptTask></process>');
    // when
    const refused = app.as('ren').run((tx) => app.definitions.publish(tx, { xml: broken, reason: 'x' }));
    // then
    await expect(refused).rejects.toMatchObject({
      code: 'engine.MODEL_REFUSED',
      params: { findings: expect.arrayContaining([expect.objectContaining({ elementId: 'S', severity: 'error' })]) },
    });
    const nonsense = app.as('ren').run((tx) => app.definitions.publish(tx, { xml: 'no xml', reason: 'x' }));
    await expect(nonsense).rejects.toMatchObject({ code: 'engine.MODEL_REFUSED' });
  });

  it('grow from drafts, which two people cannot overwrite for each other', async () => {
    // given
    const save = (person: string, xml: string, revision: number) =>
      app.as(person).run((tx) => app.definitions.saveDraft(tx, { key: 'P', xml, revision }));
    expect(await save('ren', model('one'), 0)).toMatchObject({ key: 'P', name: 'one', revision: 1, updatedBy: 'ren' });
    expect(await save('ren', 'not finished', 1)).toMatchObject({ name: 'P', revision: 2 });
    // when
    const late = save('chou', model('other'), 1);
    await expect(late).rejects.toMatchObject({ code: 'engine.DRAFT_CONFLICT', kind: 'conflict', params: { revision: 2, by: 'ren' } });
    const alsoNew = save('chou', model('other'), 0);
    await expect(alsoNew).rejects.toMatchObject({ code: 'engine.DRAFT_CONFLICT' });
    // then
    await app.as('ren').read(async (tx) => {
      expect(await app.definitions.findDraft(tx, 'P')).toMatchObject({ xml: 'not finished', revision: 2 });
      expect(await app.definitions.listDrafts(tx)).toHaveLength(1);
    });
  });

  it('stand in tables that are what the entities say', async () => {
    expect(await schemaDrift(app.database.dataSource)).toEqual([]);
  });
});
