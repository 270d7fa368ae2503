import { isCostly } from './pattern.rules';

describe('patterns of fields', () => {
  it.each([
    '^(a+)+$',
    '(a|a)*$',
    '((a)+)+$',
    '(a|aa)+$',
    '(?:a|b)+$',
    '(a?){30}a{30}',
    '(a|a){40}b',
    '(?=(a+))x',
    '(?<!a)b',
    '(a)\\1',
    '(?<n>a)\\k<n>',
    'a*a*a*b',
    '.{0,99}.{0,99}.{0,99}x',
    'a?'.repeat(20),
    '(a|a)'.repeat(17),
    '(',
  ])('may take for ever: %s', (pattern) => {
    expect(isCostly(pattern)).toBe(true);
  });

  it.each([
    '^1\\d{10}$',
    '^(0\\d{2,3}-)?\\d{7,8}$',
    '^\\d{15}(\\d{2}[0-9Xx])?$',
    '^[1-9]\\d{5}(18|19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]$',
    '^[^@ ]+@[^@ ]+$',
    '^\\p{Script=Han}{2,20}$',
    '^[()*+?|{}]+$',
    '^(?:A|B)-\\d+?$',
    '^样城执罚决〔\\d{4}〕\\d+号$',
  ])('is quick: %s', (pattern) => {
    expect(isCostly(pattern)).toBe(false);
  });
});
