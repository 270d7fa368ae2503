import { caseNumber, isNumberPattern, numberSequence, yearOf } from './case-number.rules';

describe('case numbers', () => {
  it('fills in year and running number', () => {
    // given
    const sequence = numberSequence('样城执罚立〔{year}〕{seq}号', 2026);
    // when
    const numbers = [caseNumber(sequence, 1), caseNumber(sequence, 1024)];
    // then
    expect(numbers).toEqual(['样城执罚立〔2026〕1号', '样城执罚立〔2026〕1024号']);
  });

  it('fills up with zeros where the pattern asks for digits, and never cuts', () => {
    expect([7, 12345].map((place) => caseNumber('X-{seq:4}', place))).toEqual(['X-0007', 'X-12345']);
  });

  it('takes each year from a sequence of its own', () => {
    expect(numberSequence('{year}-{year}-{seq}', 2027)).toBe('2027-2027-{seq}');
  });

  it.each([
    ['样〔{year}〕{seq}号', true],
    ['{seq:6}', true],
    ['no number', false],
    ['{seq}{seq:2}', false],
    ['{seq:x}', false],
  ])('knows whether %s is a pattern', (pattern, expected) => {
    expect(isNumberPattern(pattern)).toBe(expected);
  });

  it('begins the year at midnight of the bureau', () => {
    expect(['2025-12-31T15:59:59Z', '2025-12-31T16:00:00Z'].map((text) => yearOf(new Date(text), 480))).toEqual([2025, 2026]);
  });
});
