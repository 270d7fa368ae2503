import { choiceOf } from './decision-form.rules';

describe('the choice of a decider', () => {
  it('is read from the group the form uses', () => {
    expect(choiceOf({ decision: { approved: true, comment: '同意', number: '1' } })).toMatchObject({
      approved: true,
      comment: '同意',
      group: { number: '1' },
    });
    expect(choiceOf({ closing: { approved: false, comment: '补正' } })).toMatchObject({ approved: false, comment: '补正' });
  });

  it('is open while nothing was chosen', () => {
    expect(choiceOf({ decision: { number: '1' } })).toEqual({ approved: undefined, comment: '', group: { number: '1' } });
    expect(choiceOf({ list: ['a'], nothing: null })).toMatchObject({ approved: undefined, comment: '' });
  });
});
