import type { TaskView } from '@fashen/plugin-api';
import type { EndAct } from './clock';
import { actFor, mustAct, seatVote } from './end.rules';

const task = (id: string, holder: string | undefined, more: Partial<TaskView> = {}): TaskView => ({
  ...{ id, kind: 'VISIT', instanceId: 'i', definitionId: 'd', definitionKey: 'k', nodeId: 'n', nodeName: '会签', executionId: 'e' },
  ...{ state: holder ? 'ASSIGNED' : 'READY', candidates: [], createdAt: new Date(0), rowVersion: 1, businessKey: '', title: '' },
  ...(holder && { assigneeId: holder }),
  ...more,
});

describe('the end of a clock', () => {
  it.each<[EndAct, EndAct]>([
    ['AUTO_AGREE', 'ESCALATE'],
    ['AUTO_REJECT', 'ESCALATE'],
    ['COMPLETE', 'ESCALATE'],
    ['ABSTAIN', 'ESCALATE'],
    ['AGREE', 'ESCALATE'],
    ['REMIND', 'REMIND'],
    ['MESSAGE', 'MESSAGE'],
    ['RETURN', 'RETURN'],
  ])('%s on a step of the law is %s', (act, expected) => {
    expect(actFor({ act, isByPeopleOnly: true })).toBe(expected);
    expect(actFor({ act, isByPeopleOnly: false })).toBe(act);
  });

  it.each(['delegated', 'blocked', 'waiting-after'])('decides nothing over a holder who is %s', (mark) => {
    expect(actFor({ act: 'ABSTAIN', task: { mark }, isByPeopleOnly: false })).toBe('ESCALATE');
  });

  it.each<[EndAct, EndAct]>([
    ['REMIND', 'ESCALATE'],
    ['MESSAGE', 'MESSAGE'],
    ['RETURN', 'RETURN'],
  ])('%s while the holder waits for others is %s', (act, expected) => {
    expect(actFor({ act, task: { mark: 'delegated' }, isByPeopleOnly: false })).toBe(expected);
  });

  it('lets each of several signers stand for themselves', () => {
    expect(actFor({ act: 'AUTO_AGREE', task: { mark: 'seats' }, isByPeopleOnly: false })).toBe('AUTO_AGREE');
  });

  it.each<[EndAct, EndAct, string]>([
    ['AUTO_AGREE', 'REMIND', 'ABSTAIN'],
    ['COMPLETE', 'ABSTAIN', 'ABSTAIN'],
    ['AUTO_AGREE', 'AGREE', 'AGREE'],
    ['AUTO_REJECT', 'AGREE', 'ABSTAIN'],
  ])('%s of the step with %s of signers: they %s', (atEnd, atSeatEnd, vote) => {
    expect(seatVote(atEnd, atSeatEnd)).toBe(vote);
  });
});

describe('who must act', () => {
  const visit = task('v', undefined, { mark: 'seats' });
  const seats = [
    task('s1', 'zi', { kind: 'SEAT', parentId: 'v', mark: 'delegated' }),
    task('s2', 'ding', { kind: 'SEAT', parentId: 'v' }),
    task('s3', 'wu', { kind: 'SEAT', parentId: 'v', state: 'DONE' }),
  ];
  const advice = task('a', 'bing', { kind: 'ADVICE', parentId: 's1' });
  const all = [visit, ...seats, advice];

  it('is who was asked in the place of who asked, and every other signer who has not voted', () => {
    expect(mustAct(all)).toEqual(['ding', 'bing']);
  });

  it.each([
    ['s1', ['bing']],
    ['s2', ['ding']],
    ['s3', []],
  ])('under the seat %s: %p', (root, people) => {
    expect(mustAct(all, root)).toEqual(people);
  });

  it('is the holder of a step nobody else works on', () => {
    expect(mustAct([task('v', 'yi')])).toEqual(['yi']);
  });
});
