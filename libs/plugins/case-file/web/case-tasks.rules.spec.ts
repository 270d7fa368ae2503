import type { SessionPerson, WireTask } from '@fashen/ui';
import { endedByOthers, presentSteps, tasksFor } from './case-tasks.rules';

const bing: SessionPerson = {
  id: 'bing',
  name: '丙样例',
  unitId: 'legal',
  unitName: '法制科',
  posts: [],
  roles: ['legal-reviewer'],
  permissions: [],
};
const task = (id: string, over: Partial<WireTask>): WireTask => ({
  id,
  kind: 'VISIT',
  instanceId: 'i',
  definitionId: 'd',
  definitionKey: 'k',
  nodeId: 'n',
  nodeName: '环节',
  executionId: 'e',
  state: 'READY',
  candidates: [],
  createdAt: '2026-11-22T00:00:00.000Z',
  rowVersion: 1,
  businessKey: 'b',
  title: 't',
  ...over,
});
const ids = (tasks: readonly WireTask[]): string[] => tasks.map((one) => one.id);

describe('tasks of a case for one person', () => {
  it('puts what the person holds first, then what may be claimed, then the rest', () => {
    const tasks = [
      task('other', { state: 'ASSIGNED', assigneeId: 'jia' }),
      task('claimable', { candidates: ['role:legal-reviewer'] }),
      task('held', { state: 'ASSIGNED', assigneeId: 'bing' }),
    ];
    expect(ids(tasksFor(bing, tasks))).toEqual(['held', 'claimable', 'other']);
  });

  it('understands roles within a unit', () => {
    const tasks = [
      task('elsewhere', { candidates: ['role:legal-reviewer@squad-1'] }),
      task('here', { candidates: ['role:legal-reviewer@legal'] }),
    ];
    expect(ids(tasksFor(bing, tasks))).toEqual(['here', 'elsewhere']);
  });

  it('puts a step that only waits for its seats last: nobody does it by itself', () => {
    const tasks = [task('step', { mark: 'seats' }), task('seat', { kind: 'SEAT', state: 'ASSIGNED', assigneeId: 'jia' })];
    expect(ids(tasksFor(bing, tasks))).toEqual(['seat', 'step']);
  });

  it('leaves out ended tasks', () => {
    expect(tasksFor(bing, [task('done', { state: 'DONE' }), task('gone', { state: 'CANCELLED' })])).toEqual([]);
  });
});

describe('a task that ends while a page shows it', () => {
  const done = task('done', { state: 'DONE', endedBy: 'ding' });
  const cancelled = task('gone', { state: 'CANCELLED' });
  const mine = task('mine', { state: 'DONE', endedBy: 'bing' });

  it('is named when others have ended it, or nobody in particular', () => {
    expect(endedByOthers(bing, [done, cancelled], 'done')).toBe(done);
    expect(endedByOthers(bing, [done, cancelled], 'gone')).toBe(cancelled);
  });

  it('is not named when the person did it, while it is open, or when another one was shown', () => {
    expect(endedByOthers(bing, [mine], 'mine')).toBeUndefined();
    expect(endedByOthers(bing, [task('open', {})], 'open')).toBeUndefined();
    expect(endedByOthers(bing, [done], undefined)).toBeUndefined();
  });
});

describe('a step that several people sign', () => {
  const visit = task('visit', { mark: 'seats', state: 'ASSIGNED' });
  const own = task('own', { kind: 'SEAT', parentId: 'visit', state: 'ASSIGNED', assigneeId: 'bing' });

  it('is replaced by the own part of who signs there', () => {
    expect(ids(tasksFor(bing, [visit, own]))).toEqual(['own']);
  });

  it('is shown to those who do not sign, or have signed', () => {
    expect(ids(tasksFor(bing, [visit, { ...own, state: 'DONE' }]))).toEqual(['visit']);
  });
});

describe('the present steps of a case', () => {
  const seat = (id: string, name: string, over: Partial<WireTask> = {}): WireTask =>
    task(id, { kind: 'SEAT', parentId: 'visit', state: 'ASSIGNED', assigneeId: id, assigneeName: name, ...over });

  it('are named once with all who sign there and have not yet', () => {
    const tasks = [task('visit', { mark: 'seats' }), seat('xin', '辛'), seat('ding', '丁'), seat('gui', '癸', { state: 'DONE' })];
    expect(presentSteps(tasks).map((step) => [step.task.id, step.holders])).toEqual([['visit', ['辛', '丁']]]);
  });

  it('stand apart for each visit', () => {
    const tasks = [task('one', { executionId: '1' }), task('two', { executionId: '2', assigneeName: '甲', state: 'ASSIGNED' })];
    expect(presentSteps(tasks).map((step) => step.holders)).toEqual([[], ['甲']]);
  });
});
