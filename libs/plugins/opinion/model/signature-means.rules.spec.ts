import { meansAt } from './signature-means.rules';

describe('the means of a signature', () => {
  it.each([
    ['none', ['pin'], ['pin']],
    ['any', ['pin', 'password'], ['pin', 'password']],
    ['any', ['pin'], ['pin']],
    ['any', ['password'], ['password']],
    ['password', ['pin'], ['password']],
  ] as const)('at a step that says %s, in a bureau that allows %j', (signature, allowed, expected) => {
    expect(meansAt({ signature }, allowed)).toEqual(expected);
  });
});
