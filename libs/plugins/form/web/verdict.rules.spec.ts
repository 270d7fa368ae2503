import { withoutVerdicts } from './verdict.rules';

describe('a form that opens', () => {
  it('does not choose a verdict for the person', () => {
    expect(withoutVerdicts({ filing: { approved: true, coAgrees: false, comment: '同意' }, approved: true })).toEqual({
      filing: { comment: '同意' },
    });
  });

  it('keeps facts, lists and empty values', () => {
    const data = { draft: { kinds: ['FINE'], complex: false, fine: 0 }, note: null };
    expect(withoutVerdicts(data)).toEqual(data);
  });
});
