import { shareDone } from './progress.rules';

describe('the progress of a migration', () => {
  it('counts what is looked at while it checks, and what had its turn while it runs', () => {
    expect(shareDone({ state: 'CHECKING', counts: { OPEN: 3, FITS: 1 } })).toBe(25);
    expect(shareDone({ state: 'RUNNING', counts: { FITS: 1, MIGRATED: 1, MISFIT: 1 } })).toBe(66);
    expect(shareDone({ state: 'RUNNING', counts: { MIGRATED: 2 } })).toBe(100);
    expect(shareDone({ state: 'CHECKING', counts: {} })).toBe(0);
  });
});
