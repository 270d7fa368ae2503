import { PolicyRoom } from './policy-room';

describe('what a drawing names', () => {
  let room: PolicyRoom;

  beforeAll(async () => {
    room = await PolicyRoom.open();
    await room.publishForm('asks', true);
    await room.change('zi', { active: false });
  });
  afterAll(() => room.app.close());

  it.each<[string, Record<string, string>, readonly string[]]>([
    ['people who are there', { kind: 'person', value: 'jia wu' }, []],
    ['somebody unknown', { kind: 'person', value: 'jia nobody' }, ['error assignment.person-unknown S1']],
    ['somebody who has left', { kind: 'person', value: 'zi' }, ['error assignment.person-left S1']],
    [
      'somebody unknown, in place of nobody',
      { kind: 'starter', emptyPolicy: 'person', emptyTo: 'x' },
      ['error assignment.person-unknown S1'],
    ],
    ['an unknown unit', { kind: 'unit', value: 'squad-9' }, ['error assignment.unit-unknown S1']],
    ['the head of an unknown unit', { kind: 'unitHead', value: 'starter squad-9' }, ['error assignment.unit-unknown S1']],
    ['a role within an unknown unit', { kind: 'role', value: 'unit-head', unit: 'squad-9' }, ['error assignment.unit-unknown S1']],
    ['a post nobody has', { kind: 'post', value: 'astronomer' }, ['warning assignment.post-vacant S1']],
    ['a form that is published', { kind: 'starter', form: 'asks' }, []],
    ['a form that is not', { kind: 'starter', form: 'never-made' }, ['error form.form-unpublished S1']],
  ])('%s', async (_what, settings, expected) => {
    expect(await room.inspect([settings])).toEqual(expected);
  });

  it('is looked at once, and told of every step that names it', async () => {
    // given
    const step = { kind: 'person', value: 'nobody' };
    // then
    expect(await room.inspect([step, step])).toEqual(['error assignment.person-unknown S1', 'error assignment.person-unknown S2']);
  });

  it('must be there when the drawing is published; what is missing is named by step and id', async () => {
    await expect(room.publish([{ kind: 'person', value: 'zi' }])).rejects.toMatchObject({
      code: 'engine.MODEL_REFUSED',
      params: {
        findings: [{ rule: 'assignment.person-left', elementId: 'S1', params: { step: '环节S1', id: 'zi', name: '子样例' } }],
      },
    });
  });

  it('may be a role nobody has yet: the drawing is published with a warning', async () => {
    // given
    const steps = [{ kind: 'role', value: 'disclosure-clerk' }];
    const before = await room.inspect(steps);
    await room.change('gui', { active: false });
    // then
    expect(before).toEqual([]);
    expect(await room.inspect(steps)).toEqual(['warning assignment.role-vacant S1']);
    expect(await room.publish(steps)).toMatch(/^line-/);
  });

  it('is not asked of what cannot be read', async () => {
    // when
    const found = await room.app.as('ren').read((tx) => room.app.definitions.inspect(tx, '<no drawing'));
    // then
    expect(found).toEqual([expect.objectContaining({ severity: 'error', rule: expect.stringMatching(/^engine\./) as string })]);
  });
});
