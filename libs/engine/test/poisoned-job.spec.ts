import { ChildProgram, createTestPlace, type ChildEnd, type TestPlace } from '@fashen/testing';

const JOBS = 30;
const ATTEMPTS = 5;
const START = Date.parse('2026-03-02T09:00:00+08:00');
const MINUTE_MS = 60_000;

describe('a job that ends the process of its node', () => {
  let program: ChildProgram;
  let place: TestPlace;

  beforeAll(async () => {
    program = await ChildProgram.build('libs/engine/test/children/poisoned-node.ts');
    place = await createTestPlace();
  });
  afterAll(async () => {
    await program.dispose();
    await place.remove();
  });

  /** The node is started again a minute later; the first one adds the jobs. */
  const start = (number: number): Promise<ChildEnd> => {
    const time = new Date(START + number * MINUTE_MS).toISOString();
    return program.start([place.url, time, number === 0 ? String(JOBS) : '0']).end();
  };

  it('does so as often as it may be tried, is then given to the operators, and takes nothing else with it', async () => {
    // when
    const ends: ChildEnd[] = [];
    do ends.push(await start(ends.length));
    while (ends.at(-1)?.signal === 'SIGKILL' && ends.length <= ATTEMPTS);
    // then
    expect(ends.map(({ signal, code }) => signal ?? code)).toEqual([...Array<string>(ATTEMPTS).fill('SIGKILL'), 0]);
    const incident = { type: 'poison.deadly', attempts: ATTEMPTS, error: 'engine.NODE_DIED' };
    expect(ends.at(-1)?.lines[0]).toBe(`incidents ${JSON.stringify([incident])}`);
    // when: nothing is left for the next one
    const { lines } = await start(ends.length);
    // then
    expect(lines).toEqual([`incidents ${JSON.stringify([incident])}`, 'done ']);
  }, 120_000);
});
