import { optionsFor, PLAIN_WAYS, waysIn } from './ask-options.rules';

describe('how people are asked', () => {
  it('offers the last word only at a seat, and a place only where signers follow one another', () => {
    const options = ['order', 'childVeto', 'place'] as const;
    expect(optionsFor(options, { kind: 'SEAT', order: 'parallel' })).toEqual(['order', 'childVeto']);
    expect(optionsFor(options, { kind: 'VISIT', order: 'sequential' })).toEqual(['order', 'place']);
  });

  it('says only what was offered, and a time only when one was given', () => {
    expect(waysIn(['order', 'dueAt'], { ...PLAIN_WAYS, order: 'sequential' })).toEqual({ order: 'sequential' });
    const sent = waysIn(['dueAt'], { ...PLAIN_WAYS, dueAt: '2026-10-13T17:30' });
    expect(sent).toEqual({ dueAt: new Date(2026, 9, 13, 17, 30).toISOString() });
  });
});
