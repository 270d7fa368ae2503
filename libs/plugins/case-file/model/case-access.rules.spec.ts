import type { Actor, TaskView } from '@fashen/plugin-api';
import { type CaseRelation, mayRead, relationOf, takesPart } from './case-access.rules';

const actor = (personId: string, parts: Partial<Actor> = {}): Actor => ({
  kind: 'person',
  personId,
  name: personId,
  unitId: 'squad-1',
  roles: [],
  permissions: [],
  ...parts,
});

const relation: CaseRelation = {
  startedBy: 'jia',
  unitId: 'squad-1',
  performers: ['yi'],
  openTo: ['role:legal-reviewer', 'unit:office', 'role:unit-head@squad-1'],
  held: [],
};

const task = (values: Partial<TaskView>): TaskView => ({
  kind: 'VISIT',
  id: 'task',
  instanceId: 'case',
  definitionId: 'definition',
  definitionKey: 'penalty',
  nodeId: 'Review',
  nodeName: '法制审核',
  executionId: 'execution',
  state: 'DONE',
  candidates: ['role:legal-reviewer'],
  createdAt: new Date(0),
  rowVersion: 1,
  businessKey: '样城执罚立〔2026〕1号',
  title: '占道经营',
  ...values,
});

describe('who sees a case', () => {
  it.each<[string, Actor, boolean, boolean]>([
    ['the starter', actor('jia'), true, true],
    ['the starter after moving to another unit', actor('jia', { unitId: 'legal' }), true, true],
    ['a performer', actor('yi'), true, true],
    ['a candidate by role', actor('bing', { unitId: 'legal', roles: ['legal-reviewer'] }), true, true],
    ['a candidate by unit', actor('gui', { unitId: 'office' }), true, true],
    ['a candidate by role within the unit', actor('xin', { roles: ['unit-head'] }), true, true],
    ['the head of another unit', actor('other', { unitId: 'squad-2', roles: ['unit-head'] }), false, false],
    ['a colleague of the unit', actor('mao'), false, false],
    ['who may read the cases of the unit', actor('xin', { permissions: ['case.readUnit'] }), true, false],
    ['who may read the cases of another unit', actor('other', { unitId: 'squad-2', permissions: ['case.readUnit'] }), false, false],
    ['who may read all cases', actor('ji', { unitId: 'bureau', permissions: ['case.readAll'] }), true, false],
    [
      'an administrator of accounts',
      actor('yin', { unitId: 'legal', permissions: ['account.manage', 'operator.incidents'] }),
      false,
      false,
    ],
  ])('decides for %s', (_name, one, reads, acts) => {
    expect([mayRead(one, relation), takesPart(one, relation)]).toEqual([reads, acts]);
  });

  it('never ties people without a unit to a case without a unit', () => {
    // given
    const nobody = actor('x', { unitId: undefined, permissions: ['case.readUnit'] });
    // when
    const reads = mayRead(nobody, { ...relation, unitId: undefined });
    // then
    expect(reads).toBe(false);
  });

  it('shows a deputy the cases in which the principal holds a task of his rule, and no others', () => {
    // given
    const held = [task({ state: 'ASSIGNED', assigneeId: 'bing' })];
    const deputy = (nodes: readonly string[], personId = 'bing'): Actor =>
      actor('zi', { onBehalfOf: { personId, name: personId, ruleId: 'rule', scope: { processes: [], nodes } } });
    // when
    const seen = [deputy([]), deputy(['Review']), deputy(['Decide']), deputy([], 'ding')].map((one) => mayRead(one, { ...relation, held }));
    // then
    expect(seen).toEqual([true, true, false, false]);
  });

  it('counts holders and performers of all tasks, and candidates of tasks that nobody holds', () => {
    // given
    const tasks = [
      task({ assigneeId: 'bing', endedBy: 'zi' }),
      task({ state: 'CANCELLED', assigneeId: 'mao' }),
      task({ state: 'READY', candidates: ['unit:legal'] }),
    ];
    // when
    const found = relationOf({ startedBy: 'jia', unitId: 'squad-1' }, tasks);
    // then
    expect(found).toEqual({ startedBy: 'jia', unitId: 'squad-1', performers: ['bing', 'zi', 'mao'], openTo: ['unit:legal'], held: [] });
  });
});
