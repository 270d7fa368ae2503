import { createAttempt } from './attempt';

describe('submission attempt', () => {
  it('keeps its key while the same content is tried again', () => {
    const attempt = createAttempt();
    expect(attempt.keyFor({ a: 1 })).toBe(attempt.keyFor({ a: 1 }));
  });

  it('takes a new key for changed content, because the server refuses the old key with another body', () => {
    const attempt = createAttempt();
    const first = attempt.keyFor({ a: 1 });
    expect(attempt.keyFor({ a: 2 })).not.toBe(first);
  });

  it('takes a new key after success, even for equal content', () => {
    const attempt = createAttempt();
    const first = attempt.keyFor({ a: 1 });
    attempt.done();
    expect(attempt.keyFor({ a: 1 })).not.toBe(first);
  });
});
