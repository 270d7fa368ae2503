import { loginKey, weaknessesOf } from './password.rules';

const policy = { minLength: 12, minClasses: 3, blocked: ['password', 'chengguan'] };

describe('a password', () => {
  it.each([
    ['Yangli-2026-fashen', []],
    ['Short-1', ['tooShort']],
    ['onlysmallletters', ['tooFewClasses']],
    ['Chengguan-2026!', ['blockedWord']],
    ['My-PassWord-2026', ['blockedWord']],
    ['Zhangsan-2026!!', ['containsName']],
    ['中文密码也可以很长很长一二三Aa', []],
    ['abc', ['tooShort', 'tooFewClasses']],
  ])('%s has the weaknesses %j', (password, expected) => {
    expect(weaknessesOf(password, ['zhangsan', 'li'], policy)).toEqual(expected);
  });

  it('is not refused for a name of three letters, which occurs by chance', () => {
    expect(weaknessesOf('Familie-2026-x', ['li'], policy)).toEqual([]);
  });
});

describe('a login name', () => {
  it('is the same in capitals, with blanks around and in full width', () => {
    expect(loginKey(' ＪＩＡ ')).toBe(loginKey('jia'));
  });
});
