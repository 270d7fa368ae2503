import { accountConfig } from './account.config';
import { PasswordHasher } from './password-hasher';

const hasher = (settings: object = {}): PasswordHasher => new PasswordHasher(accountConfig.parse(settings));

describe('the password hasher', () => {
  it('makes argon2id hashes of 19 MiB and knows its own', async () => {
    const made = await hasher().hash('Yangli-2026-fashen');
    expect(made).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hasher().verify(made, 'Yangli-2026-fashen')).toBe(true);
    expect(await hasher().verify(made, 'yangli-2026-fashen')).toBe(false);
  });

  it('takes full-width and composed spellings of one password as the same', async () => {
    const made = await hasher().hash('Ｙａｎｇｌｉ-2026-é');
    expect(await hasher().verify(made, 'Yangli-2026-é')).toBe(true);
  });

  it('says no to everybody when there is no such account', async () => {
    expect(await hasher().verifyOrPretend(undefined, 'nobody has this password')).toBe(false);
  });

  it('refuses what does not fit into the queue and serves the rest', async () => {
    const small = hasher({ hashesAtOnce: 1, hashQueue: 2 });
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => small.hash('x')));
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(3);
    const refused = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused.map((error) => error.code)).toEqual(['account.BUSY', 'account.BUSY', 'account.BUSY']);
    // and the places are free again afterwards
    await expect(small.hash('x')).resolves.toMatch(/^\$argon2id/);
  });
});
