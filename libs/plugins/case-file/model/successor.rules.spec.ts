import { linkTo, originOf, partsOf, successorBinding, successorOf } from './successor.rules';

describe('a case that goes on as another one', () => {
  it('carries the named parts that are there', () => {
    const data = { party: { name: '样例', age: 40, type: 'CITIZEN' }, draft: 1, words: ['a'] };
    expect(partsOf(data, ['party.name', 'party.type', 'site', 'draft', 'draft.fine', 'words.0'])).toEqual({
      party: { name: '样例', type: 'CITIZEN' },
      draft: 1,
    });
  });

  it('reads which process, and names apart by blanks', () => {
    expect(successorBinding.safeParse({}).success).toBe(false);
    expect(successorBinding.parse({ process: 'next', carries: ' party  case' })).toEqual({
      process: 'next',
      carries: ['party', 'case'],
      keeps: [],
    });
  });

  it('is named by the other one', () => {
    const link = linkTo({ id: '1', businessKey: '1号', title: '样例案' });
    expect(successorOf({ successor: link })).toEqual({ caseId: '1', number: '1号', title: '样例案' });
    expect(originOf({ origin: { caseId: '1' } })).toBeUndefined();
  });
});
