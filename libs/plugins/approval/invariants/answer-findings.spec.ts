import { answerFindings, type Filled } from './answer-findings';

const seat = (id: string, more: object = {}) => ({
  ...{ id, visitId: 'v', taskState: 'DONE', outcome: '{"answer":{"text":"a"}}' },
  ...more,
});
const part = (taskId: string) => ({ act: 'approval.partFilledIn', taskId });
const right: Filled = {
  seats: [seat('one'), seat('two')],
  steps: [{ id: 'v', answered: 2, open: 0 }],
  entries: [part('one'), part('two'), { act: 'approval.allFilledIn', taskId: 'v', answered: 2 }],
};

describe('steps that each fills in', () => {
  it('are found right when record, seats and tasks say the same', () => {
    expect(answerFindings(right)).toEqual([]);
    expect(answerFindings({ ...right, steps: [], entries: right.entries.slice(0, 2) })).toEqual([]);
  });

  it.each<[string, Partial<Filled>, string]>([
    ['a part without answers', { seats: [seat('one'), seat('two', { outcome: null })] }, 'seat two was filled in with nothing'],
    [
      'a part that is a vote',
      { seats: [seat('one'), seat('two', { outcome: '{"choice":"agree"}' })] },
      'seat two was filled in with nothing',
    ],
    ['a part whose task is open', { seats: [seat('one'), seat('two', { taskState: 'ASSIGNED' })] }, 'seat two was filled in with nothing'],
    ['a part that was told twice', { entries: [...right.entries, part('two')] }, 'the record has seat two not once'],
    ['an entry about nothing', { entries: [...right.entries, part('six')] }, 'the record has a part six that nobody filled in'],
    ['an end while somebody is silent', { steps: [{ id: 'v', answered: 2, open: 1 }] }, 'step v ended while 1 had not filled it in'],
    ['an end that was never told', { entries: right.entries.slice(0, 2) }, 'the record tells the end of step v 0 times'],
    [
      'an end that was told twice',
      { entries: [...right.entries, ...right.entries.slice(2)] },
      'the record tells the end of step v 2 times',
    ],
  ])('are found wrong with %s', (_what, more, finding) => {
    expect(answerFindings({ ...right, ...more })).toEqual([finding]);
  });
});
