import { proposal } from './catalog';
import { draftRefusal } from './draft.rules';

const refusalOf = (draft: object): string | undefined =>
  draftRefusal(proposal.parse({ proposal: 'PENALTY', ...draft }))?.code.replace('legal-review.', '');

describe('a draft that proposes a penalty', () => {
  it.each<[string, object, string | undefined]>([
    ['a fine with its amount', { kinds: ['FINE'], fine: 80_000 }, undefined],
    ['a warning', { kinds: ['WARNING'] }, undefined],
    ['no kind', { fine: 80_000 }, 'PENALTY_KIND_MISSING'],
    ['a fine without an amount', { kinds: ['FINE'], fine: null }, 'FINE_AMOUNT_MISSING'],
    ['an amount without a fine', { kinds: ['WARNING'], fine: 80_000 }, 'FINE_KIND_MISSING'],
    ['sums per party', { parties: [{ type: 'CITIZEN', kinds: ['FINE'], fine: 50 }] }, undefined],
  ])('with %s', (_what, draft, refusal) => {
    expect(refusalOf(draft)).toBe(refusal);
  });

  it('asks nothing of a draft without penalty', () => {
    expect(refusalOf({ proposal: 'NO_PENALTY', kinds: [] })).toBeUndefined();
  });
});
