import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChildProgram, createTestPlace, testDatabaseKind, type TestPlace } from '@fashen/testing';
import { plugins } from '../src/plugins';
import { killOperations, tableOf } from '../src/soak/kills/kill-report';
import { operationsOf } from '../src/soak/kills/operation-list';
import type { StageOptions } from '../src/soak/kills/stage';

/** Two servers at once, with every other operation each. */
const STAGES = 2;
/** Every other operation dies on SQLite, the rest on MariaDB; all of them at all points in the long run. */
const TURN = testDatabaseKind() === 'sqlite' ? 0 : 1;
const PRIME = 5;

describe('a server that dies in the middle of an operation', () => {
  const operations = operationsOf(plugins).filter((_, index) => index % 2 === TURN);
  const places: TestPlace[] = [];
  const stages: StageOptions[] = [];
  let program: ChildProgram;

  beforeAll(async () => {
    program = await ChildProgram.build('apps/api/src/soak/server.ts');
    for (let number = 0; number < STAGES; number += 1) {
      const place = await createTestPlace();
      const folder = await mkdtemp(join(tmpdir(), 'fashen-kills-'));
      const processesFolder = join(__dirname, '../../../processes');
      places.push(place);
      stages.push({ serverFile: program.file, databaseUrl: place.url, folder, processesFolder, password: 'Probe-2026-bureau' });
    }
  });
  afterAll(async () => {
    await program.dispose();
    for (const place of places) await place.remove();
    for (const { folder } of stages) await rm(folder, { recursive: true, force: true });
  });

  it('leaves what the operation leaves in peace, when the client asks again', async () => {
    // when: each operation is cut at another one of its points
    const report = await killOperations(stages, operations, (operation, points) => [
      1 + ((operations.indexOf(operation) * PRIME) % points.length),
    ]);
    // then
    expect(report.findings).toEqual([]);
    expect(new Set(report.kills.map(({ operation }) => operation))).toEqual(new Set(operations));
    expect(new Set(report.kills.map(({ point }) => point)).size).toBeGreaterThan(5);
    expect(tableOf(report)).toHaveLength(operations.length + 2);
  }, 600_000);
});
