import { ProcessDriver, verifyInvariants } from '@fashen/testing';
import { verifySeats } from '@fashen/plugins/approval/invariants';
import { DRAWINGS } from './operations-drawings';
import { OperationsRoom } from './operations-room';
import { chanceFrom, OperationsRun, type Tally } from './operations-run';

const FIRST_SEED = Number(process.env['FASHEN_SEED'] ?? 1);
const SEQUENCES = Number(process.env['FASHEN_RUNS'] ?? 70);
const STEPS = 30;
/** A room is left for a new one now and then: a check reads all of it. */
const SEQUENCES_PER_ROOM = 14;
const KEYS = Object.keys(DRAWINGS);

async function runOne(room: OperationsRoom, seed: number, tally: Tally): Promise<void> {
  const definitionKey = KEYS[seed % KEYS.length] ?? '';
  try {
    const driver = await ProcessDriver.start(room.app, { definitionKey, as: 'jia' });
    const run = new OperationsRun(room, driver, chanceFrom(seed), tally);
    for (let count = 0; count < STEPS && (await run.step()); count += 1);
    const { dataSource } = room.app.database;
    expect([...(await verifyInvariants(dataSource, room.app.host.moddles)), ...(await verifySeats(dataSource))]).toEqual([]);
  } catch (error) {
    throw new Error(`FASHEN_SEED=${seed} FASHEN_RUNS=1 (${definitionKey}): ${String(error)}`, { cause: error });
  }
}

describe('any sequence of operations', () => {
  it(`does what its rehearsal said, and leaves ${SEQUENCES} cases sound`, async () => {
    // given
    const tally: Tally = new Map();
    const failures: string[] = [];
    // when
    for (let from = 0; from < SEQUENCES; from += SEQUENCES_PER_ROOM) {
      const room = await OperationsRoom.open();
      for (let at = from; at < Math.min(SEQUENCES, from + SEQUENCES_PER_ROOM); at += 1)
        await runOne(room, FIRST_SEED + at, tally).catch((error: unknown) => failures.push(String(error)));
      await room.app.close();
    }
    // then
    if (process.env['FASHEN_RUNS']) process.stdout.write(`${JSON.stringify(Object.fromEntries(tally))}\n`);
    expect(failures).toEqual([]);
    expect([...tally.values()].reduce((sum, { done, refused }) => sum + done + refused, 0)).toBeGreaterThanOrEqual(SEQUENCES);
  }, 36_000_000);
});
