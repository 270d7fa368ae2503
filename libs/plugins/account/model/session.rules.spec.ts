import { isAlive, sessionTokenOf, touchIsDue } from './session.rules';

const policy = { idleMinutes: 30, absoluteHours: 10 };
const MINUTE = 60_000;
const start = Date.UTC(2026, 10, 22);

describe('a session', () => {
  it.each([
    ['just made', 0, 0, true],
    ['used a moment before the idle time ends', 0, 30 * MINUTE - 1, true],
    ['idle too long', 0, 30 * MINUTE, false],
  ])('%s', (_name, seen, now, expected) => {
    expect(isAlive({ createdAt: start, seenAt: start + seen }, start + now, policy)).toBe(expected);
  });

  it('ends after ten hours however often it is used', () => {
    const now = start + 600 * MINUTE;
    expect(isAlive({ createdAt: start, seenAt: now - 1 }, now, policy)).toBe(false);
    expect(isAlive({ createdAt: start, seenAt: now - 2 }, now - 1, policy)).toBe(true);
  });

  it('is noted as used again only after a while', () => {
    const session = { createdAt: start, seenAt: start };
    expect(touchIsDue(session, start + MINUTE, policy)).toBe(false);
    expect(touchIsDue(session, start + 2 * MINUTE, policy)).toBe(true);
  });
});

describe('the session cookie', () => {
  const token = 'A'.repeat(43);

  it.each([
    [`fashen=${token}`, false, token],
    [`a=b; fashen=${token}; c=d`, false, token],
    [`fashen=${token}`, true, undefined],
    [`__Host-fashen=${token}`, true, token],
    [`xfashen=${token}`, false, undefined],
    [`fashen=${token}; fashen=${'B'.repeat(43)}`, false, undefined],
    ['fashen=short', false, undefined],
    [`fashen=${token}%00`, false, undefined],
    [undefined, false, undefined],
  ])('%s (secure: %s) carries %s', (header, secure, expected) => {
    expect(sessionTokenOf(header, secure)).toBe(expected);
  });
});
