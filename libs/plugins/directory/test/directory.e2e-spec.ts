import { Directory, type Page, type Person } from '@fashen/plugin-api';
import { createTestApp, type TestApp } from '@fashen/testing';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { addBureau, PersonRegistry, sampleBureau } from '../model';

describe('the directory', () => {
  let app: TestApp;

  beforeEach(async () => {
    app = await createTestApp({ plugins: [directoryPlugin] });
    const registry = app.get(PersonRegistry);
    await app.as('setup').run((tx) => addBureau(tx, registry, sampleBureau));
  });

  afterEach(() => app.close());

  const list = (query: Parameters<Directory['list']>[1]): Promise<Page<Person>> =>
    app.as('jia').read((tx) => app.get(Directory).list(tx, query));
  const idsOf = (page: Page<Person>): readonly string[] => page.items.map((person) => person.id);
  const change = (personId: string, what: Parameters<PersonRegistry['changePerson']>[2]): Promise<Person> =>
    app.as('yin').run((tx) => app.get(PersonRegistry).changePerson(tx, personId, what));

  it('knows a person with unit, roles, posts and certificates', async () => {
    const xin = await app.as('jia').read((tx) => app.get(Directory).require(tx, 'xin'));
    expect(xin).toEqual({
      id: 'xin',
      name: '辛样例',
      unitId: 'squad-1',
      unitName: '执法一中队',
      posts: ['squad-leader'],
      roles: ['unit-head'],
      active: true,
      certificates: [{ kind: 'enforcement', number: '样执-0004', validFrom: '2024-01-01', validTo: '2027-12-31' }],
    });
  });

  it('does not know a stranger', async () => {
    await expect(app.as('jia').read((tx) => app.get(Directory).require(tx, 'nobody'))).rejects.toMatchObject({
      code: 'directory.PERSON_MISSING',
      kind: 'missing',
    });
    expect(await app.as('jia').read((tx) => app.get(Directory).find(tx, 'nobody'))).toBeUndefined();
  });

  it.each([
    [{ role: 'legal-reviewer' }, ['bing', 'geng', 'zi']],
    [{ post: 'section-head' }, ['ding']],
    [{ unitId: 'squad-2' }, ['mao']],
    [{ text: '丙' }, ['bing']],
    [{ role: 'handling-officer', unitId: 'squad-1' }, ['jia', 'yi']],
    [{ text: '%' }, []],
    [{ text: '_样例' }, []],
    [{ text: "' OR 1=1 --" }, []],
    [{ role: 'emperor' }, []],
  ])('lists %j as %j', async (query, expected) => {
    expect(idsOf(await list(query))).toEqual(expected);
  });

  it('pages without losing or repeating anybody', async () => {
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page: Page<Person> = await list({ limit: 4, after });
      expect(page.items.length).toBeLessThanOrEqual(4);
      found.push(...idsOf(page));
      after = page.next;
    } while (after);
    expect(found).toEqual(sampleBureau.persons.map((person) => person.id).sort());
  });

  it('makes the actor from the roles as they are now', async () => {
    const actor = () => app.as('setup').read((tx) => app.get(Directory).actor(tx, 'jia'));
    expect(await actor()).toMatchObject({ kind: 'person', personId: 'jia', unitId: 'squad-1', roles: ['handling-officer'] });
    await change('jia', { roles: ['legal-reviewer', 'operator'], unitId: 'legal' });
    const moved = await actor();
    expect(moved).toMatchObject({ unitId: 'legal', roles: ['legal-reviewer', 'operator'] });
    expect(moved?.permissions).toContain('operator.incidents');
    expect(moved?.permissions).not.toContain('case.start');
  });

  it('keeps the name of somebody who left, but neither offers nor lets them act', async () => {
    await change('jia', { active: false });
    expect(idsOf(await list({ role: 'handling-officer' }))).toEqual(['mao', 'yi']);
    expect(await app.as('setup').read((tx) => app.get(Directory).actor(tx, 'jia'))).toBeUndefined();
    expect(await app.as('setup').read((tx) => app.get(Directory).find(tx, 'jia'))).toMatchObject({ name: '甲样例', active: false });
  });

  it('changes what is given and leaves the rest', async () => {
    const before = await app.as('jia').read((tx) => app.get(Directory).require(tx, 'xin'));
    const after = await change('xin', { certificates: [] });
    expect(after).toEqual({ ...before, certificates: [] });
  });

  it.each([
    [
      'a person with a taken id',
      { id: 'jia', name: '甲二', unitId: 'legal', roles: [], posts: [], certificates: [] },
      'directory.PERSON_EXISTS',
    ],
    ['a person of no unit', { id: 'wei', name: '未某', unitId: 'moon', roles: [], posts: [], certificates: [] }, 'directory.UNIT_MISSING'],
  ])('refuses %s', async (_what, person, code) => {
    await expect(app.as('yin').run((tx) => app.get(PersonRegistry).addPerson(tx, person))).rejects.toMatchObject({ code });
  });

  it('refuses a unit with a taken id and one below a unit that is not there', async () => {
    const add = (unit: { id: string; name: string; parentId?: string }) =>
      app.as('yin').run((tx) => app.get(PersonRegistry).addUnit(tx, unit));
    await expect(add({ id: 'legal', name: '法制二科' })).rejects.toMatchObject({ code: 'directory.UNIT_EXISTS' });
    await expect(add({ id: 'moon-1', name: '月球中队', parentId: 'moon' })).rejects.toMatchObject({ code: 'directory.UNIT_MISSING' });
  });

  const changeUnit = (unitId: string, what: Parameters<PersonRegistry['changeUnit']>[2], who = 'yin') =>
    app.as(who).run((tx) => app.get(PersonRegistry).changeUnit(tx, unitId, what));
  const superiorsOf = async (personId: string): Promise<readonly string[]> =>
    (await app.as('setup').read((tx) => app.get(Directory).superiors(tx, personId))).map(({ id }) => id);

  it.each([
    ['jia', ['xin', 'wu', 'ji']],
    ['xin', ['wu', 'ji']],
    ['mao', ['wu', 'ji']],
    ['bing', ['ding', 'ji']],
    ['gui', ['ji']],
    ['ji', []],
    ['nobody', []],
  ])('knows the superiors of %s, nearest first', async (personId, expected) => {
    expect(await superiorsOf(personId)).toEqual(expected);
  });

  it('passes over a superior who has left, and knows those of somebody who has left', async () => {
    await change('xin', { active: false });
    await change('yi', { active: false });
    expect(await superiorsOf('jia')).toEqual(['wu', 'ji']);
    expect(await superiorsOf('yi')).toEqual(['wu', 'ji']);
  });

  it('knows the heads of the bureau, the chief last, and nobody who has left', async () => {
    const heads = async () => (await app.as('setup').read((tx) => app.get(Directory).heads(tx))).map(({ id }) => id);
    expect(await heads()).toEqual(['wu', 'ji']);
    await change('xin', { roles: ['unit-head', 'deputy-head', 'chief-head'] });
    expect(await heads()).toEqual(['wu', 'ji', 'xin']);
    await change('wu', { active: false });
    expect(await heads()).toEqual(['ji', 'xin']);
  });

  it('keeps who leads a unit, and where it stands in the tree', async () => {
    expect(await changeUnit('squad-2', { headId: 'mao', name: '执法二大队' })).toEqual({
      ...{ id: 'squad-2', name: '执法二大队', parentId: 'bureau', headId: 'mao', leaderId: 'wu' },
    });
    expect(await changeUnit('squad-2', { headId: null, parentId: 'squad-1' })).toEqual({
      ...{ id: 'squad-2', name: '执法二大队', parentId: 'squad-1', leaderId: 'wu' },
    });
    expect(await app.as('jia').read((tx) => app.get(Directory).unit(tx, 'squad-2'))).toMatchObject({ parentId: 'squad-1' });
    expect(await superiorsOf('mao')).toEqual(['xin', 'wu', 'ji']);
  });

  it.each([
    ['a unit that is not there', 'moon', { name: '月球' }, 'directory.UNIT_MISSING'],
    ['a parent that is not there', 'legal', { parentId: 'moon' }, 'directory.UNIT_MISSING'],
    ['a ring', 'bureau', { parentId: 'legal' }, 'directory.UNIT_RING'],
    ['a head nobody knows', 'legal', { headId: 'nobody' }, 'directory.PERSON_MISSING'],
    ['a head who has left', 'legal', { leaderId: 'zi' }, 'directory.PERSON_LEFT'],
    ['an administrator who makes oneself a head', 'office', { headId: 'yin' }, 'directory.OWN_STANDING'],
  ])('refuses %s when a unit is changed', async (_what, unitId, what, code) => {
    await change('zi', { active: false });
    await expect(changeUnit(unitId, what)).rejects.toMatchObject({ code });
  });

  it('lets no administrator take powers of their own', async () => {
    for (const what of [{ roles: ['account-admin' as const, 'chief-head' as const] }, { posts: ['bureau-head'] }, { certificates: [] }]) {
      await expect(change('yin', what)).rejects.toMatchObject({ code: 'directory.OWN_STANDING', kind: 'forbidden' });
    }
    expect(await change('yin', { name: '寅改名' })).toMatchObject({ name: '寅改名', roles: expect.not.arrayContaining(['chief-head']) });
  });
});
