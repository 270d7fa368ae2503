import { bundledPeriods, type Period } from '../model';
import { editedOf, periodOf } from './edited-period.rules';

const [first] = bundledPeriods.periods;
const before = first as Period;

describe('a period that somebody changes', () => {
  it('stays the same as long as nothing is changed', () => {
    expect(periodOf(before, editedOf(before))).toEqual(before);
  });

  it('takes reminders as people type them', () => {
    expect(periodOf(before, { ...editedOf(before), amount: 60, remind: '-3，0 1' })).toEqual({ ...before, amount: 60, remind: [-3, 0, 1] });
  });

  it.each(['soon', '-1.5', '-100'])('is not right with the reminder %s', (remind) => {
    expect(periodOf(before, { ...editedOf(before), remind })).toBeUndefined();
  });

  it('has a source', () => {
    expect(periodOf(before, { ...editedOf(before), source: ' ' })).toBeUndefined();
  });
});
