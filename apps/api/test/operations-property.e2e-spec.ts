import { ProcessDriver, testDatabaseKind, verifyInvariants } from '@fashen/testing';
import { verifyAnswers, verifySeats, verifyVotes } from '@fashen/plugins/approval/invariants';
import { DRAWINGS } from './operations/drawings';
import { OperationsRoom } from './operations/room';
import { OPERATIONS, OperationsRun } from './operations/run';
import { Tally } from './operations/tally';

/** Fewer on the slower database: there the rules are the same, only the rows are written elsewhere. */
const SHORT = testDatabaseKind() === 'sqlite' ? 170 : 30;
const FIRST_SEED = Number(process.env['FASHEN_SEED'] ?? 1);
const SEQUENCES = Number(process.env['FASHEN_RUNS'] ?? SHORT);
const STEPS = 30;
const PRIME = 7919;
/** A room is left for a new one now and then: a check reads all of it. */
const SEQUENCES_PER_ROOM = 200;
const KEYS = Object.keys(DRAWINGS);

const nameOf = (seed: number): string => `FASHEN_SEED=${seed} FASHEN_RUNS=1`;

/** A sequence of operations, on one case after the other where one ends before. Answers the ids of the cases. */
async function runSequence(room: OperationsRoom, seed: number, tally: Tally): Promise<readonly string[]> {
  const definitionKey = KEYS[seed % KEYS.length] ?? '';
  const versions = room.versions.get(definitionKey) ?? [];
  const cases: string[] = [];
  for (let count = 0; count < STEPS;) {
    const definitionId = versions[(seed + count) % versions.length]?.id ?? '';
    const driver = await ProcessDriver.start(room.app, { definitionKey, definitionId, as: 'jia' });
    cases.push(driver.instanceId);
    const run = new OperationsRun(room, driver, seed + count * PRIME, tally);
    while (count < STEPS && (await run.step())) count += 1;
  }
  return cases;
}

/** Answers what went wrong. */
async function runIn(room: OperationsRoom, seeds: readonly number[], tally: Tally): Promise<readonly string[]> {
  const failures: string[] = [];
  const names = new Map<string, string>();
  for (const seed of seeds) {
    const cases = await runSequence(room, seed, tally).catch((error: unknown) => failures.push(`${nameOf(seed)}: ${String(error)}`));
    if (typeof cases !== 'number') for (const id of cases) names.set(id, nameOf(seed));
  }
  const { dataSource } = room.app.database;
  const seats = [...(await verifySeats(dataSource)), ...(await verifyVotes(dataSource)), ...(await verifyAnswers(dataSource))];
  const found = [...(await verifyInvariants(dataSource, room.app.host.moddles)), ...seats];
  return [
    ...failures,
    ...found.map((violation) => `${[...names].find(([id]) => violation.includes(id))?.[1] ?? 'some case'}: ${violation}`),
  ];
}

describe('any sequence of operations', () => {
  it(`does what its rehearsal said, and leaves ${SEQUENCES} cases sound`, async () => {
    // given
    const tally = new Tally();
    const failures: string[] = [];
    const seeds = Array.from({ length: SEQUENCES }, (_, at) => FIRST_SEED + at);
    // when
    for (let from = 0; from < SEQUENCES; from += SEQUENCES_PER_ROOM) {
      const room = await OperationsRoom.open();
      failures.push(...(await runIn(room, seeds.slice(from, from + SEQUENCES_PER_ROOM), tally)));
      await room.close();
    }
    // then
    const seen = [`${tally.compared} operations compared, ${tally.done} of them done`, ...tally.lines].join('\n');
    if (process.env['FASHEN_RUNS']) process.stderr.write(`${seen}\n`);
    expect(failures).toEqual([]);
    if (SEQUENCES < SHORT) return;
    expect(tally.rare(OPERATIONS, SEQUENCES / 40)).toEqual([]);
    expect(tally.compared).toBeGreaterThanOrEqual(SEQUENCES * 25);
    expect(tally.done).toBeGreaterThan(tally.compared / 2);
  }, 36_000_000);
});
