import { type HandOverItem, ITEM_KINDS, type ItemState } from '../model';
import { exceptionsOf, othersOf, standingKey } from './hand-over.rules';

const STATES: readonly ItemState[] = ['PENDING', 'DONE', 'CONFLICT', 'BY_HAND', 'GONE'];
const items = STATES.map((state, seq): HandOverItem => ({ id: state, seq, kind: ITEM_KINDS[0], refId: state, title: state, state }));

describe('the entries of a hand-over', () => {
  it('are exceptions or not, each in one list', () => {
    expect(exceptionsOf(items).map(({ id }) => id)).toEqual(['CONFLICT', 'BY_HAND']);
    expect(othersOf(items).map(({ id }) => id)).toEqual(['PENDING', 'DONE', 'GONE']);
  });

  it('say how it stands: under way, waiting for somebody, through', () => {
    const of = (state: ItemState): HandOverItem[] => items.filter((item) => item.state === state);
    expect(standingKey({ pending: 1, items: of('CONFLICT') })).toBe('handOver.progress');
    expect(standingKey({ pending: 0, items: of('BY_HAND') })).toBe('handOver.openExceptions');
    expect(standingKey({ pending: 0, items: [...of('DONE'), ...of('GONE')] })).toBe('handOver.through');
  });
});
