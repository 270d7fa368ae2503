import { RecordedVotes, type SeatPlace } from './recorded-votes';

const PLACES: readonly SeatPlace[] = [
  { id: 'bing', visitId: 'B', weight: 1 },
  { id: 'ding', visitId: 'B', weight: 2 },
  { id: 'after-1', visitId: 'B', weight: 1, askedBy: 'ding' },
  { id: 'after-2', visitId: 'B', weight: 1, askedBy: 'ding' },
  { id: 'wu', visitId: 'other', weight: 4 },
];

type Entry = readonly [act: string, payload: Readonly<Record<string, unknown>>];

const votes = (taskId: string, choice: string, weight: number): Entry => ['approval.voted', { taskId, choice, weight }];
const asksAfter: Entry = ['approval.asked', { taskId: 'ding', kind: 'AFTER', personIds: ['mao', 'wu'] }];
const answers = (choice: string): Entry => ['approval.answered', { askedBy: 'ding', choice }];
const read = (...entries: readonly Entry[]): RecordedVotes => {
  const recorded = new RecordedVotes(new Map(PLACES.map((place) => [place.id, place])));
  for (const [act, payload] of entries) recorded.add({ act, payload });
  return recorded;
};
const choiceAt = (seat: string, ...entries: readonly Entry[]): string | undefined => read(...entries).votes.get(seat)?.choice;

describe('votes as the record alone knows them', () => {
  it('are what was said last', () => {
    const back: Entry = ['approval.voteTakenBack', { taskId: 'bing' }];
    expect(choiceAt('bing', votes('bing', 'agree', 1))).toBe('agree');
    expect(choiceAt('bing', votes('bing', 'agree', 1), back)).toBeUndefined();
  });

  it('are open until all who sign after have agreed, and against as soon as one of them is', () => {
    const asked = [votes('ding', 'agree', 2), asksAfter];
    expect(choiceAt('ding', ...asked)).toBeUndefined();
    expect(choiceAt('ding', ...asked, answers('agree'))).toBeUndefined();
    expect(choiceAt('ding', ...asked, answers('agree'), answers('agree'))).toBe('agree');
    expect(choiceAt('ding', ...asked, answers('against'))).toBe('against');
  });

  it('count without those after-signers who were removed', () => {
    const removed: Entry = ['approval.signerRemoved', { taskId: 'after-2' }];
    expect(choiceAt('ding', votes('ding', 'agree', 2), asksAfter, answers('agree'), removed)).toBe('agree');
  });

  it('are given by a veto of those who were asked before, with the weight of the seat', () => {
    const ended: Entry = ['engine.seatEnded', { taskId: 'ding', cause: 'childVeto' }];
    expect(read(ended).votes.get('ding')).toEqual({ choice: 'against', weight: 2 });
  });

  it('are not touched by what others advise', () => {
    expect(choiceAt('ding', votes('ding', 'abstain', 2), ['approval.answered', { askedBy: 'ding', opinion: '无' }])).toBe('abstain');
  });

  it('are summed for the visit that is decided, at that moment', () => {
    const decided: Entry = ['approval.decided', { taskId: 'B', result: 'passed', agree: 3, against: 0, abstain: 0, open: 0 }];
    const { decisions } = read(votes('bing', 'agree', 1), votes('wu', 'against', 4), votes('ding', 'agree', 2), decided);
    expect(decisions).toMatchObject([{ visitId: 'B', said: { result: 'passed' }, summed: { agree: 3, against: 0, abstain: 0 } }]);
  });
});
