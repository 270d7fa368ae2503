import type { JsonObject, WorkflowEvent } from '@fashen/plugin-api';
import { actedTasks, caseBeside } from './acted-tasks.rules';

const told = (name: string, payload: JsonObject, more: Partial<WorkflowEvent> = {}): WorkflowEvent => ({ name, payload, ...more });

describe('what a unit did to tasks', () => {
  it('names each task once that something was done about, not those that began or were cancelled', () => {
    const events = [
      told('approval.voted', { taskId: 'seat' }),
      told('engine.taskCompleted', { taskId: 'seat' }),
      told('engine.taskCancelled', { taskId: 'other' }),
      told('engine.taskCreated', { taskId: 'next', kind: 'VISIT' }),
      told('deadline.started', { taskId: 'next' }),
      told('case-file.changed', {}),
    ];
    expect(actedTasks(events).taskIds).toEqual(['seat']);
  });

  it('knows who held a task that went to somebody else', () => {
    const { formerHolders } = actedTasks([told('engine.taskAssigned', { taskId: 'one' }, { before: { assigneeId: 'bing' } })]);
    expect([...formerHolders]).toEqual([['one', 'bing']]);
    expect(actedTasks([told('engine.taskAssigned', { taskId: 'one' }, { before: {} })]).formerHolders.size).toBe(0);
  });

  it('knows the visits in which people were added', () => {
    const events = [
      told('engine.taskCreated', { taskId: 'a', kind: 'SEAT', executionId: 'e' }),
      told('engine.taskCreated', { taskId: 'v', kind: 'VISIT', executionId: 'f' }),
    ];
    expect([...actedTasks(events).widenedExecutionIds]).toEqual(['e']);
  });
});

describe('what belongs to doing a task', () => {
  it('is adding papers to one case, and nothing besides', () => {
    const added = told('attachment.added', {}, { instanceId: 'case' });
    expect(caseBeside([added, added])).toBe('case');
    expect(caseBeside([added, told('attachment.added', {}, { instanceId: 'other' })])).toBeUndefined();
    expect(caseBeside([added, told('case-control.suspended', {}, { instanceId: 'case' })])).toBeUndefined();
    expect(caseBeside([])).toBeUndefined();
  });
});
