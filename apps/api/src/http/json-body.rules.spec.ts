import { problemOfJson } from './json-body.rules';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('a JSON body', () => {
  it.each([
    ['{"a":{"b":[1,2,{"c":null}]}}', undefined],
    ['{"a":{"__proto__":{"isAdmin":true}}}', 'dangerousKey'],
    ['[{"constructor":1}]', 'dangerousKey'],
    ['{"prototype":1}', 'dangerousKey'],
    ['"text"', undefined],
    ['null', undefined],
  ])('%s has the problem %s', (text, expected) => {
    expect(problemOfJson(JSON.parse(text))).toBe(expected);
  });

  it('may be twenty levels deep and no deeper', () => {
    expect(problemOfJson(nested(20))).toBeUndefined();
    expect(problemOfJson(nested(21))).toBe('tooDeep');
    expect(problemOfJson(nested(100_000))).toBe('tooDeep');
  });

  it('may hold lists of two thousand entries', () => {
    expect(problemOfJson({ list: Array(2_000).fill(0) })).toBeUndefined();
    expect(problemOfJson({ list: Array(2_001).fill(0) })).toBe('listTooLong');
  });
});
