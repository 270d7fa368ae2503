import { setTimeout as pause } from 'node:timers/promises';
import { testContext } from '@fashen/testing';
import { armFailpoint, DatabaseUnitOfWork, openDatabase } from '../../index';
import { CounterRepository, counterTables, TestHub } from '../counter';

/* A server process in small: opens the database, says so, runs one command with a key, says so. Arguments: address, point to die at. */
const [, , url = '', point] = process.argv;
const counters = new CounterRepository();

async function main(): Promise<void> {
  const database = await openDatabase({ ...counterTables, url, acceptUnsafe: true });
  process.stdout.write('open\n');
  if (point === 'hold') await pause(60_000);
  armFailpoint(point);
  const units = new DatabaseUnitOfWork(database, new TestHub());
  const context = testContext('jia', { idempotency: { key: 'the-command', fingerprint: 'f' } });
  const value = await units.run(context, async (tx) => {
    const next = ((await counters.lock(tx, 'victim')) ?? 0) + 1;
    await counters.set(tx, 'victim', next);
    tx.emit({ name: 'counter.raised', payload: {} });
    return next;
  });
  process.stdout.write(`answered ${value}\n`);
  await database.dataSource.destroy();
}

void main();
