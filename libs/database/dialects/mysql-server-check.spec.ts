import { serverProblems, type ServerSettings } from './mysql-server-check';

const good: ServerSettings = {
  version: '10.11.14-MariaDB',
  flushLogAtCommit: 1,
  binaryLog: true,
  syncBinaryLog: 1,
  sqlMode: ['STRICT_TRANS_TABLES', 'NO_ENGINE_SUBSTITUTION'],
  collation: 'utf8mb4_bin',
};

describe('the check of a database server', () => {
  it('has nothing against a safe server', () => {
    expect(serverProblems(good)).toEqual({ fatal: [], unsafe: [] });
    expect(serverProblems({ ...good, version: '8.0.40' })).toEqual({ fatal: [], unsafe: [] });
    expect(serverProblems({ ...good, sqlMode: ['STRICT_ALL_TABLES'] })).toEqual({ fatal: [], unsafe: [] });
  });

  it.each([
    [{ flushLogAtCommit: 0 }, 'innodb_flush_log_at_trx_commit is 0'],
    [{ flushLogAtCommit: 2 }, 'innodb_flush_log_at_trx_commit is 2'],
    [{ syncBinaryLog: 0 }, 'sync_binlog is 0'],
    [{ sqlMode: [''] }, 'STRICT_TRANS_TABLES'],
  ])('calls %p unsafe', (change, sentence) => {
    expect(serverProblems({ ...good, ...change })).toEqual({ fatal: [], unsafe: [expect.stringContaining(sentence)] });
  });

  it('does not ask for a synced binary log where there is none', () => {
    expect(serverProblems({ ...good, binaryLog: false, syncBinaryLog: 0 }).unsafe).toEqual([]);
  });

  it.each([
    [{ version: '10.5.22-MariaDB' }, 'too old'],
    [{ version: '5.7.44' }, 'too old'],
    [{ sqlMode: ['STRICT_TRANS_TABLES', 'NO_BACKSLASH_ESCAPES'] }, 'NO_BACKSLASH_ESCAPES'],
    [{ collation: 'utf8mb4_general_ci' }, 'utf8mb4_general_ci'],
  ])('never accepts %p', (change, sentence) => {
    expect(serverProblems({ ...good, ...change })).toEqual({ fatal: [expect.stringContaining(sentence)], unsafe: [] });
  });
});
