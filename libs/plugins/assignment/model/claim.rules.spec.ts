import type { Actor, TaskView } from '@fashen/plugin-api';
import { claimState } from './claim.rules';

const bing: Actor = { kind: 'person', personId: 'bing', name: '丙样例', unitId: 'legal', roles: ['legal-reviewer'], permissions: [] };

const task = (values: Partial<TaskView>): TaskView => ({
  kind: 'VISIT',
  id: 'task',
  instanceId: 'case',
  definitionId: 'definition',
  definitionKey: 'penalty',
  nodeId: 'Review',
  nodeName: '法制审核',
  executionId: 'execution',
  state: 'READY',
  candidates: ['role:legal-reviewer'],
  createdAt: new Date(0),
  rowVersion: 1,
  businessKey: '样城执罚立〔2026〕1号',
  title: '占道经营',
  ...values,
});

describe('claims', () => {
  it.each([
    ['an offered task', task({}), 'free'],
    ['a task offered to the unit', task({ candidates: ['unit:legal'] }), 'free'],
    ['a task offered to the role within the unit', task({ candidates: ['role:legal-reviewer@legal'] }), 'free'],
    ['a task offered by name', task({ candidates: ['person:bing'] }), 'free'],
    ['a task the actor holds', task({ state: 'ASSIGNED', assigneeId: 'bing' }), 'mine'],
    ['a task a colleague holds', task({ state: 'ASSIGNED', assigneeId: 'zi' }), 'taken'],
    ['a task of another role', task({ candidates: ['role:chief-head'] }), 'foreign'],
    ['a task of the role in another unit', task({ candidates: ['role:legal-reviewer@squad-1'] }), 'foreign'],
    ['an open task of nobody', task({ candidates: [] }), 'foreign'],
    ['a task given to somebody else by name', task({ state: 'ASSIGNED', assigneeId: 'zi', candidates: [] }), 'foreign'],
    ['a task the actor has ended', task({ state: 'DONE', assigneeId: 'bing', endedBy: 'bing' }), 'closed'],
    ['a cancelled task', task({ state: 'CANCELLED' }), 'closed'],
  ] as const)('finds %s', (_name, one, expected) => {
    expect(claimState(one, bing)).toBe(expected);
  });
});
