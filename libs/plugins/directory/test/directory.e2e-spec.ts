import { Directory, type Page, type Person } from '@fashen/plugin-api';
import { createTestApp, type TestApp } from '@fashen/testing';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { PersonRegistry, sampleBureau } from '../model';

describe('the directory', () => {
  let app: TestApp;

  beforeEach(async () => {
    app = await createTestApp({ plugins: [directoryPlugin] });
    const registry = app.get(PersonRegistry);
    await app.as('setup').run(async (tx) => {
      for (const unit of sampleBureau.units) await registry.addUnit(tx, unit);
      for (const person of sampleBureau.persons) await registry.addPerson(tx, person);
    });
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

  it('lets no administrator take powers of their own', async () => {
    for (const what of [{ roles: ['account-admin' as const, 'chief-head' as const] }, { posts: ['bureau-head'] }, { certificates: [] }]) {
      await expect(change('yin', what)).rejects.toMatchObject({ code: 'directory.OWN_STANDING', kind: 'forbidden' });
    }
    expect(await change('yin', { name: '寅改名' })).toMatchObject({ name: '寅改名', roles: expect.not.arrayContaining(['chief-head']) });
  });
});
