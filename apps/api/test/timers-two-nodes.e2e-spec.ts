import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChildProgram, createTestPlace, type TestPlace } from '@fashen/testing';
import { FailPlan } from '../src/soak/fail-plan';
import { timerRun } from '../src/soak/timer-run';

const TIMERS = 100;
/** An SQLite file belongs to one process. */
const NODES = { sqlite: 1, mysql: 2 } as const;

describe('timers that are due at the same moment', () => {
  let program: ChildProgram;
  let place: TestPlace;
  let folder: string;

  beforeAll(async () => {
    program = await ChildProgram.build('apps/api/src/soak/server.ts');
    place = await createTestPlace();
    folder = await mkdtemp(join(tmpdir(), 'fashen-timers-'));
  });
  afterAll(async () => {
    await program.dispose();
    await place.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('are fired once each by servers that look for them at once', async () => {
    // given
    const options = { serverFile: program.file, databaseUrl: place.url, nodes: NODES[place.kind], folder, password: 'Probe-2026-bureau' };
    // when
    const result = await timerRun({ ...options, plan: new FailPlan(1, 1, 0), timers: TIMERS, withKills: false });
    // then
    expect(result).toMatchObject({ firedOnce: TIMERS, firedMore: 0, lost: 0, findings: [] });
  }, 120_000);
});
