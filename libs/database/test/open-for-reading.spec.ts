import { createTestDatabase } from '@fashen/testing';
import { openForReading } from '@fashen/database';

describe('a database opened for reading', () => {
  it('can be read beside the server that has it open, and not written', async () => {
    // given
    const database = await createTestDatabase({ entities: [], migrations: [] });
    const reading = await openForReading(database.url);
    // when
    const rows = await reading.query('SELECT COUNT(*) AS number FROM engine_idempotency WHERE 1 = ?', [1]);
    // then
    expect(rows).toEqual([{ number: expect.anything() }]);
    if (database.kind === 'sqlite') await expect(reading.query('DELETE FROM engine_idempotency')).rejects.toThrow(/read.?only/i);
    await reading.close();
    await database.drop();
  });

  it('must be there', async () => {
    await expect(openForReading('sqlite:/nowhere/at/all.db')).rejects.toThrow('there is no database');
  });
});
