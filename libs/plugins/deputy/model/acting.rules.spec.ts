import type { TaskView } from '@fashen/plugin-api';
import { type ActFacts, actRefusal } from './acting.rules';

const seat = (id: string, more: Partial<TaskView> = {}): TaskView => ({
  ...{ id, kind: 'SEAT', instanceId: 'case', definitionId: 'd', definitionKey: 'p', nodeId: 'n', nodeName: 'n', executionId: 'e' },
  ...{ state: 'ASSIGNED', assigneeId: 'bing', candidates: [], createdAt: new Date(0), rowVersion: 1, businessKey: '1', title: 't' },
  ...more,
});

const facts = (more: Partial<ActFacts> = {}): ActFacts => ({
  ...{ deputyId: 'zi', principalId: 'bing', principalUnitId: 'legal', startedBy: 'jia', isStartersDeputy: false, duty: 'review' },
  ...{ task: seat('one'), visit: [seat('one')], earlierUnitIds: [] },
  ...more,
});

describe('the act of a deputy', () => {
  it('is free when nothing stands against it', () => {
    expect(actRefusal(facts())).toBeUndefined();
  });

  it("judges no case of a starter he stands in for, but does the starter's own work", () => {
    expect(actRefusal(facts({ isStartersDeputy: true }))).toBe('STARTERS_DEPUTY');
    expect(actRefusal(facts({ isStartersDeputy: true, duty: 'none' }))).toBe('STARTERS_DEPUTY');
    expect(actRefusal(facts({ isStartersDeputy: true, duty: 'none', principalId: 'jia' }))).toBeUndefined();
    expect(actRefusal(facts({ isStartersDeputy: true, duty: 'review', principalId: 'jia' }))).toBe('STARTERS_DEPUTY');
    expect(actRefusal(facts({ isStartersDeputy: true, duty: 'investigate' }))).toBeUndefined();
  });

  it.each([
    ['holds a seat of his own', seat('own', { assigneeId: 'zi' }), 'ONE_PERSON_ONE_SEAT'],
    ['has signed for himself', seat('own', { assigneeId: 'zi', state: 'DONE', endedBy: 'zi' }), 'ONE_PERSON_ONE_SEAT'],
    ['has signed for somebody else', seat('own', { assigneeId: 'ding', state: 'DONE', endedBy: 'zi' }), 'ONE_PERSON_ONE_SEAT'],
    ['has ended the whole step by this vote', seat('whole', { kind: 'VISIT', state: 'DONE', endedBy: 'zi' }), undefined],
    ['had a seat that was cancelled', seat('own', { assigneeId: 'zi', state: 'CANCELLED' }), undefined],
    ['had a seat that somebody else ended', seat('own', { assigneeId: 'zi', state: 'DONE', endedBy: 'ding' }), undefined],
  ] as const)('of one who %s', (_what, other, expected) => {
    expect(actRefusal(facts({ visit: [seat('one'), other] }))).toBe(expected);
  });

  it('of one who holds the step is no advice to himself', () => {
    const [advice, whole] = [seat('one', { kind: 'ADVICE' }), seat('whole', { kind: 'VISIT', assigneeId: 'zi' })];
    expect(actRefusal(facts({ task: advice, visit: [whole, advice] }))).toBe('ONE_PERSON_ONE_SEAT');
  });

  it('is for one unit in a case', () => {
    expect(actRefusal(facts({ earlierUnitIds: ['legal'] }))).toBeUndefined();
    expect(actRefusal(facts({ earlierUnitIds: ['squad-1'] }))).toBe('TWO_POSTS');
  });
});
