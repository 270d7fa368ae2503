import type { TaskView } from '@fashen/plugin-api';
import { earlierAgreement } from './passing.rules';

const ended = (nodeId: string, endedBy: string, at: number, more: Partial<TaskView> = {}): TaskView => ({
  ...{ id: `${nodeId}-${endedBy}-${at}`, kind: 'VISIT', instanceId: 'case', definitionId: 'd', definitionKey: 'k', nodeId },
  ...{ nodeName: nodeId, executionId: nodeId, state: 'DONE', candidates: [], createdAt: new Date(0), rowVersion: 1 },
  ...{ businessKey: 'b', title: 't', endedBy, endedAt: new Date(at) },
  ...more,
});
const seat = (nodeId: string, who: string, at: number, choice: string): TaskView =>
  ended(nodeId, who, at, { kind: 'SEAT', outcome: { choice, opinion: '' } });
const found = (policy: 'allow' | 'exclude' | 'skip' | 'skipAny', tasks: readonly TaskView[]): string | undefined => {
  const agreement = earlierAgreement(policy, 'jia', tasks);
  return agreement && `${agreement.because} ${agreement.task.nodeId}`;
};

describe('an earlier agreement', () => {
  it('is the step just before', () => {
    expect(found('skip', [ended('apply', 'yi', 1), ended('check', 'jia', 2)])).toBe('previous check');
    expect(found('skipAny', [ended('check', 'jia', 2)])).toBe('previous check');
  });

  it('is no step further back, unless the rule says any', () => {
    const tasks = [ended('apply', 'jia', 1), ended('check', 'yi', 2)];
    expect(found('skip', tasks)).toBeUndefined();
    expect(found('skipAny', tasks)).toBe('earlier apply');
  });

  it('of two steps that ended in the same moment is the one that was told last', () => {
    expect(found('skip', [ended('apply', 'jia', 1), ended('check', 'yi', 1)])).toBeUndefined();
  });

  it('is none where nothing is to pass by itself', () => {
    expect(found('allow', [ended('check', 'jia', 2)])).toBeUndefined();
  });

  it('is a vote in favor at the step before, whoever voted last', () => {
    const votes = [seat('sign', 'jia', 1, 'agree'), seat('sign', 'yi', 2, 'against')];
    expect(found('skip', [...votes, ended('sign', 'yi', 2, { outcome: { result: 'passed' } })])).toBe('previous sign');
  });

  it.each(['against', 'abstain'])('is no vote %s, even if that vote was the last', (choice) => {
    const tasks = [ended('apply', 'yi', 1), seat('sign', 'jia', 2, choice), ended('sign', 'jia', 2)];
    expect(found('skip', tasks)).toBeUndefined();
    expect(found('skipAny', tasks)).toBeUndefined();
  });

  it.each(['ADVICE', 'BEFORE', 'AFTER', 'REWORK'] as const)('is no answer of the kind %s', (kind) => {
    const tasks = [ended('apply', 'yi', 1), ended('check', 'jia', 2, { kind, outcome: { choice: 'agree' } })];
    expect(found('skipAny', tasks)).toBeUndefined();
  });

  it('is no outcome that may have been a no', () => {
    expect(found('skip', [ended('review', 'jia', 1, { outcome: 'SUPPLEMENT' })])).toBeUndefined();
    expect(found('skip', [ended('check', 'jia', 1, { outcome: { act: 'AUTO_AGREE', cause: 'TIMEOUT' } })])).toBeUndefined();
  });

  it.each(['return', 'takeBack'])('is none from before a %s', (cause) => {
    const undone = ended('decide', 'wu', 3, { state: 'CANCELLED', endedBy: undefined, cause });
    const tasks = [ended('apply', 'jia', 1), ended('check', 'jia', 2), undone];
    expect(found('skipAny', tasks)).toBeUndefined();
    expect(found('skipAny', [...tasks, ended('apply', 'jia', 4)])).toBe('previous apply');
  });

  it('is none of somebody else, and none that is still open', () => {
    expect(
      found('skipAny', [ended('check', 'yi', 1), ended('check', 'jia', 2, { state: 'ASSIGNED', endedAt: undefined })]),
    ).toBeUndefined();
    expect(found('skipAny', [])).toBeUndefined();
  });
});
