import { readCondition } from './condition';

const unreviewed = { depth: 'FULL', passed: null } as const;
const passed = { depth: 'FULL', passed: true } as const;
const outside = { depth: 'NONE', passed: null } as const;

describe('conditions of flows', () => {
  it.each([
    ['review.passed = true', false, true, false],
    ['review.passed', false, true, false],
    ['not(review.passed = false)', true, true, true],
    ['not(review.passed)', false, false, false],
    ['catalog.depth = "NONE"', false, false, true],
    ['catalog.depth != "FULL"', false, false, true],
    ['catalog.depth in ("NONE", "ROUTINE")', false, false, true],
    ['catalog.depth in ["NONE"]', false, false, true],
    ['catalog.inCatalog = false', false, false, true],
    ['review.passed = true or catalog.depth = "NONE"', false, true, true],
    ['review.passed = true and draft.fine > 5', false, true, false],
    ['review.passed = true or draft.fine > 5', true, true, true],
    ['(= review.passed = true)', true, true, true],
    ['= review.passed = true', false, true, false],
    ['catalog.depth > "M"', true, true, true],
    ['if review.passed then true else false', true, true, true],
    ['"NONE" = catalog.depth', false, false, true],
    ['true', true, true, true],
    ['false', false, false, false],
    ['not FEEL at all ((', true, true, true],
  ])('%s may hold unreviewed: %s, passed: %s, outside: %s', (text, whenUnreviewed, whenPassed, whenOutside) => {
    // given
    const condition = readCondition(text);
    // then
    expect([unreviewed, passed, outside].map((world) => condition.mayHold(world))).toEqual([whenUnreviewed, whenPassed, whenOutside]);
  });

  it('is certain only where nothing else can decide', () => {
    expect(readCondition('review.passed = true').mustHold(passed)).toBe(true);
    expect(readCondition('review.passed = true and draft.fine > 5').mustHold(passed)).toBe(false);
  });
});
