import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChildProgram, createTestPlace, type TestPlace } from '@fashen/testing';
import { crashRun } from '../src/soak/crash-run';
import { FailPlan } from '../src/soak/fail-plan';

/** One node has to come back before anything goes on; of two the other one goes on meanwhile. */
const RUNS = { sqlite: { nodes: 1, kills: 6, seed: 1 }, mysql: { nodes: 2, kills: 10, seed: 2 } } as const;
const PASSES = 8;
/** Commands that were done at least, part of them random operations. */
const COMMANDS = 80;

describe('servers that are killed in the middle of commands', () => {
  let program: ChildProgram;
  let place: TestPlace;
  let folder: string;

  beforeAll(async () => {
    program = await ChildProgram.build('apps/api/src/soak/server.ts');
    place = await createTestPlace();
    folder = await mkdtemp(join(tmpdir(), 'fashen-crash-'));
  });
  afterAll(async () => {
    await program.dispose();
    await place.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('lose nothing, double nothing and leave every case as its record says', async () => {
    // given
    const { nodes, kills: enough, seed } = RUNS[place.kind];
    const options = { serverFile: program.file, databaseUrl: place.url, nodes, folder, password: 'Probe-2026-bureau' };
    // when: two clients act and repeat what nobody answers, until the servers have died often enough at different points
    const result = await crashRun({
      ...options,
      plan: new FailPlan(seed, PASSES, enough),
      isOver: ({ kills, acknowledged }) => kills >= enough && acknowledged >= COMMANDS,
    });
    // then
    expect(result.complaints).toEqual([]);
    expect(result.findings).toEqual([]);
    expect(result).toMatchObject({ lost: 0, doubled: 0, wrongWinners: 0, chainErrors: 0, violations: 0 });
    expect(result.races).toBeGreaterThan(0);
    expect(result.deliveries).toBeGreaterThan(0);
    expect(Object.keys(result.operations).length).toBeGreaterThan(2);
    expect(result.background.migrations + result.background.handOvers).toBeGreaterThan(0);
    expect(result.attempts).toBeGreaterThan(result.acknowledged);
  }, 600_000);
});
