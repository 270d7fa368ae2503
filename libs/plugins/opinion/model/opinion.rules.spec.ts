import { bareOf, filledPhrase, gapsIn, opinionProblem } from './opinion.rules';
import { opinionPolicy } from './opinion.schema';

const policy = opinionPolicy.parse({ required: 'true', minLength: '6', forbiddenPhrases: '同意|已阅|No objection', signature: 'none' });

describe('the policy of an opinion', () => {
  it.each([
    ['', { kind: 'required' }],
    ['   ', { kind: 'required' }],
    ['同意', { kind: 'barePhrase', phrase: '同意' }],
    [' 同 意。！', { kind: 'barePhrase', phrase: '同意' }],
    ['no objection.', { kind: 'barePhrase', phrase: 'No objection' }],
    ['同意。已阅。', { kind: 'barePhrase', phrase: '同意。已阅。' }],
    ['同意同意同意', { kind: 'barePhrase', phrase: '同意同意同意' }],
    ['\u200B\u200B\u3164\u2060\u202E\uFEFF', { kind: 'required' }],
    ['同\u200B意\u200D\u2060\uFE0F\u202E', { kind: 'barePhrase', phrase: '同意' }],
    ['同意处罚', { kind: 'tooShort', min: 6 }],
    ['同意处罚\u200B\u200B', { kind: 'tooShort', min: 6 }],
    ['同意，事实清楚、证据充分', undefined],
  ])('judges %p', (text, expected) => {
    expect(opinionProblem({ text }, policy)).toEqual(expected);
  });

  it('asks for nothing by default', () => {
    expect(opinionProblem({ text: '' }, opinionPolicy.parse({}))).toBeUndefined();
  });

  it('takes full-width letters for the same', () => {
    expect(bareOf('ＯＫ！')).toBe('ok');
  });
});

describe('phrases', () => {
  it('leave gaps that nobody knows, and these can be told', () => {
    const filled = filledPhrase('{案号}由{承办人}办理，{承办人}到场', { 案号: '1号' });
    expect(filled).toBe('1号由{承办人}办理，{承办人}到场');
    expect(gapsIn(filled)).toEqual(['承办人']);
    expect(gapsIn('没有空白')).toEqual([]);
  });

  it('are filled with what is known, once', () => {
    expect(filledPhrase('{案号}经审核，{意见}', { 案号: '1号{意见}' })).toBe('1号{意见}经审核，{意见}');
  });
});
