import { askerOf, busyPeople, groupsOf, missingVotes, partStanding, sharesOf, statusKeyOf, type WireSeat } from './board.rules';

const seat = (id: string, over: Partial<WireSeat> = {}): WireSeat => ({
  ...{ id, kind: 'MAIN', status: 'PENDING', personId: id, orderNo: 1, weight: 1 },
  ...{ hasVeto: false, isMandatory: false, isChair: false, mayRemove: false },
  ...over,
});

describe('seats of a board', () => {
  it('stand with those who were asked for them', () => {
    const seats = [seat('bing'), seat('ding'), seat('zi', { kind: 'ADVICE', askedBy: 'bing' })];
    const groups = groupsOf(seats).map(({ seat: one, asked }) => [one.id, ...asked.map(({ id }) => id)]);
    expect(groups).toEqual([['bing', 'zi'], ['ding']]);
  });

  it('stand alone when who asked has no seat', () => {
    expect(groupsOf([seat('zi', { kind: 'ADVICE', askedBy: 'visit' })])).toHaveLength(1);
  });

  it('say who asks', () => {
    const [bing, zi] = [seat('bing', { personName: '丙' }), seat('zi', { kind: 'BEFORE', askedBy: 'bing' })];
    expect(askerOf([bing, zi], zi)).toEqual({ kind: 'BEFORE', who: '丙' });
    expect(askerOf([bing, zi], bing)).toBeUndefined();
    expect(askerOf([zi], zi)).toBeUndefined();
  });
});

describe('who has a part in a step', () => {
  it('is whoever has still to act, not who is through or was removed', () => {
    const seats = [
      seat('bing'),
      seat('ding', { status: 'AGREE' }),
      seat('zi', { status: 'REMOVED' }),
      seat('wu', { status: 'NOT_STARTED' }),
    ];
    expect(busyPeople(seats)).toEqual(['bing', 'wu']);
  });
});

describe('the bar of a vote', () => {
  const sums = { all: 4, agree: 1, against: 1, abstain: 0, answered: 0, open: 2 };

  it('marks where the votes suffice', () => {
    expect(sharesOf({ sums, needed: 3 })).toEqual({ agree: 25, against: 25, abstain: 0, mark: 75 });
  });

  it('has no mark where the first decides, and is empty without votes', () => {
    expect(sharesOf({ sums })).toEqual({ agree: 25, against: 25, abstain: 0 });
    expect(sharesOf({ sums: { all: 0, agree: 0, against: 0, abstain: 0, answered: 0, open: 0 } })).toEqual({
      agree: 0,
      against: 0,
      abstain: 0,
    });
  });

  it('says what is missing until it is decided', () => {
    expect(missingVotes({ verdict: 'open', needed: 3, sums })).toBe(2);
    expect(missingVotes({ verdict: 'notPassed', needed: 3, sums })).toBeUndefined();
    expect(missingVotes({ verdict: 'open', sums })).toBeUndefined();
    expect(missingVotes({ verdict: 'open', needed: 1, sums })).toBeUndefined();
  });
});

describe('a step that each fills in', () => {
  const seats = [seat('bing', { status: 'DONE' }), seat('ding', { personName: '丁' }), seat('zi', { kind: 'ADVICE' })];
  const board = { verdict: 'open', isOpen: true, order: 'sequential', seats } as const;

  it('says whose turn it is, and that it is over', () => {
    expect(partStanding(board)).toEqual({ textKey: 'part.turn', who: ['丁'] });
    expect(partStanding({ ...board, order: 'parallel' })).toEqual({ textKey: 'part.open', who: ['丁'] });
    expect(partStanding({ ...board, verdict: 'answered', isOpen: false }).textKey).toBe('part.all');
    expect(partStanding({ ...board, isOpen: false }).textKey).toBe('part.over');
  });

  it('has words of its own for what is filled in, and the usual ones for advice and what was removed', () => {
    expect(seats.map((one) => statusKeyOf(one, true))).toEqual(['part.status.DONE', 'part.status.PENDING', 'status.PENDING']);
    expect(statusKeyOf({ kind: 'MAIN', status: 'REMOVED' }, true)).toBe('status.REMOVED');
    expect(statusKeyOf({ kind: 'MAIN', status: 'PENDING' }, false)).toBe('status.PENDING');
  });
});
