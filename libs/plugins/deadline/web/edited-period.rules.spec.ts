import { bundledPeriods, type Period } from '../model';
import { editedOf, MOST_EXTENSIONS, periodOf, type TypedExtension, wrongFields } from './edited-period.rules';

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

  it('takes who may grant which extension, in their order', () => {
    const extensions = [
      { id: 7, amount: 30, by: ['deputy-head'] },
      { id: 2, amount: 60, by: ['chief-head', 'deputy-head'] },
    ];
    expect(periodOf(before, { ...editedOf(before), extensions })?.extensions).toEqual([
      { amount: 30, by: ['deputy-head'] },
      { amount: 60, by: ['chief-head', 'deputy-head'] },
    ]);
    expect(periodOf(before, { ...editedOf(before), extensions: [] })?.extensions).toEqual([]);
  });

  it('names somebody for each extension, gives it a length, and has no more than there may be', () => {
    const withExtensions = (extensions: readonly TypedExtension[]): unknown => periodOf(before, { ...editedOf(before), extensions });
    expect(withExtensions([{ id: 1, amount: 30, by: [] }])).toBeUndefined();
    expect(withExtensions([{ id: 1, amount: 0, by: ['chief-head'] }])).toBeUndefined();
    const many = Array.from({ length: MOST_EXTENSIONS + 1 }, (_, id) => ({ id, amount: 1, by: ['chief-head'] }));
    expect([withExtensions(many.slice(1)), withExtensions(many)]).toEqual([expect.any(Object), undefined]);
  });

  it('has a source', () => {
    expect(periodOf(before, { ...editedOf(before), source: ' ' })).toBeUndefined();
  });

  it('says which fields are not right', () => {
    const edited = {
      ...editedOf(before),
      name: ' ',
      remind: '前三天',
      article: '长'.repeat(101),
      extensions: [{ id: 1, amount: 1, by: [] }],
    };
    expect([...wrongFields(before, edited)].sort()).toEqual(['article', 'extensions', 'name', 'remind']);
    expect(wrongFields(before, editedOf(before)).size).toBe(0);
  });
});
