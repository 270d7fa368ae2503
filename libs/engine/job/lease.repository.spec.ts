import { claimedTogether } from './lease.repository';

const rows = (text: string) => [...text].map((letter, at) => ({ id: `${at}`, isAbandoned: letter === 'x' }));
const idsOf = (text: string): string =>
  claimedTogether(rows(text))
    .map(({ id }) => id)
    .join('');

describe('rows that are claimed together', () => {
  it('are all that are due as long as every node came back', () => {
    expect([idsOf(''), idsOf('...')]).toEqual(['', '012']);
  });

  it('are one alone when its node did not come back', () => {
    expect([idsOf('x'), idsOf('xx.'), idsOf('x..')]).toEqual(['0', '0', '0']);
  });

  it('end before such a one', () => {
    expect([idsOf('..x.'), idsOf('.xx')]).toEqual(['01', '0']);
  });
});
