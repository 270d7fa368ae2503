import { type Ask, groupVerdict } from './ask.rules';
import { hasSpoken, isTaken, mayBecome, type Seat, type SeatStatus, startable, votesOf, votingSeats } from './seat.rules';

const seat = (personId: string, status: SeatStatus, more: Partial<Seat> = {}): Seat => ({
  ...{ id: personId, instanceId: 'case', nodeId: 'Sign', visitId: 'visit', kind: 'MAIN', status, personId, firstPersonId: personId },
  ...{ orderNo: 1, weight: 1, hasVeto: false, isMandatory: false, isChair: false },
  ...more,
});
const ids = (seats: readonly Seat[]): readonly string[] => seats.map(({ id }) => id);

describe('seats', () => {
  it('start one after another, and the next only when the one before has decided', () => {
    const [one, two] = [seat('wu', 'PENDING', { orderNo: 1 }), seat('ji', 'NOT_STARTED', { orderNo: 2 })];
    expect(ids(startable([one, two], 'sequential'))).toEqual([]);
    expect(ids(startable([{ ...one, status: 'AGREE' }, two], 'sequential'))).toEqual(['ji']);
    expect(ids(startable([{ ...one, status: 'WAITING_AFTER' }, two], 'sequential'))).toEqual([]);
  });

  it('start all at once, but the chair when all others have decided', () => {
    const seats = [seat('wu', 'NOT_STARTED'), seat('ji', 'NOT_STARTED'), seat('ding', 'NOT_STARTED', { isChair: true })];
    expect(ids(startable(seats, 'parallel'))).toEqual(['ji', 'wu']);
    const decided = seats.map((one) => (one.isChair ? one : { ...one, status: 'ABSTAIN' as const }));
    expect(ids(startable(decided, 'parallel'))).toEqual(['ding']);
  });

  it('count only votes of the node, without removed ones', () => {
    const seats = [seat('wu', 'AGREE'), seat('ji', 'REMOVED'), seat('yi', 'PENDING', { kind: 'ADVICE' }), seat('bing', 'TAKEN_BACK')];
    expect(ids(votingSeats(seats))).toEqual(['wu']);
  });

  it('keep a person from a second one', () => {
    const seats = [seat('wu', 'AGREE'), seat('ji', 'REMOVED'), seat('yi', 'DONE', { kind: 'ADVICE' }), seat('jia', 'NOT_STARTED')];
    expect(['wu', 'ji', 'yi', 'jia'].map((id) => isTaken(seats, id))).toEqual([true, false, false, true]);
  });

  it('are spoken at by votes and by answers to the form, not by advice for another', () => {
    const answered = seat('wu', 'DONE');
    expect(votesOf([answered, seat('ji', 'PENDING')])).toMatchObject([{ isAnswered: true }, { hasVeto: false }]);
    expect(votesOf([seat('ji', 'PENDING')])[0]).not.toHaveProperty('isAnswered');
    expect([answered, seat('ji', 'AGAINST'), seat('yi', 'DONE', { kind: 'ADVICE' }), seat('ding', 'PENDING')].map(hasSpoken)).toEqual([
      ...[true, true, false, false],
    ]);
    expect(isTaken([answered], 'wu')).toBe(true);
  });

  it('never become open again', () => {
    const all: SeatStatus[] = ['AGREE', 'AGAINST', 'ABSTAIN', 'REMOVED', 'CANCELLED', 'TAKEN_BACK', 'DONE'];
    expect(all.filter((status) => mayBecome(status, 'PENDING') || mayBecome(status, 'NOT_STARTED'))).toEqual([]);
    expect(mayBecome('AGREE', 'REMOVED')).toBe(false);
    expect(mayBecome('WAITING_AFTER', 'TAKEN_BACK')).toBe(false);
  });
});

describe('a group that was asked', () => {
  const ask: Ask = { id: 'g', taskId: 't', kind: 'BEFORE', order: 'parallel', rule: 'all', childVeto: false, askedBy: 'wu' };
  const asked = (...states: SeatStatus[]): readonly Seat[] => states.map((status, index) => seat(`p${index}`, status, { kind: 'BEFORE' }));

  it.each<[Partial<Ask>, SeatStatus[], string]>([
    [{}, ['AGREE', 'PENDING'], 'open'],
    [{}, ['AGAINST', 'PENDING'], 'open'],
    [{}, ['AGREE', 'AGAINST'], 'notPassed'],
    [{ rule: 'any' }, ['AGREE', 'PENDING'], 'passed'],
    [{ rule: 'any' }, ['AGAINST', 'PENDING'], 'notPassed'],
    [{ rule: 'ratio', threshold: '2/3' }, ['AGREE', 'AGREE', 'PENDING'], 'passed'],
    [{ rule: 'ratio', threshold: '2/3' }, ['AGREE', 'PENDING', 'PENDING'], 'open'],
    [{ kind: 'AFTER' }, ['AGAINST', 'PENDING'], 'notPassed'],
    [{ kind: 'AFTER' }, ['AGREE', 'REMOVED'], 'passed'],
    [{ kind: 'AFTER' }, ['REMOVED'], 'passed'],
    [{ kind: 'ADVICE' }, ['DONE'], 'passed'],
    [{ kind: 'ADVICE' }, ['PENDING'], 'open'],
  ])('%j with %j is %s', (more, states, expected) => {
    expect(groupVerdict({ ...ask, ...more }, asked(...states))).toBe(expected);
  });
});
