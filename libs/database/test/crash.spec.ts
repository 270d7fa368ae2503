import { ChildProgram, createTestPlace, openTestDatabase, testContext, type TestPlace } from '@fashen/testing';
import { DatabaseUnitOfWork, migrate, type OpenDatabase } from '../index';
import { CounterRepository, counterTables, TestHub } from './counter';

const POINTS_BEFORE_COMMIT = ['before-begin', 'after-idempotency', 'after-work', 'after-record', 'before-commit'];

describe('a process that is killed in the middle of a command', () => {
  let program: ChildProgram;
  let place: TestPlace;
  const counters = new CounterRepository();

  beforeAll(async () => {
    program = await ChildProgram.build('libs/database/test/children/command.ts');
  });
  afterAll(() => program.dispose());
  beforeEach(async () => {
    place = await createTestPlace();
    await withDatabase(async (database, units) => {
      await migrate(database);
      await units.run(testContext(), (tx) => counters.add(tx, 'victim'));
    });
  });
  afterEach(() => place.remove());

  const withDatabase = async (work: (database: OpenDatabase, units: DatabaseUnitOfWork) => Promise<void>) => {
    const database = await openTestDatabase(place, counterTables);
    await work(database, new DatabaseUnitOfWork(database, new TestHub()));
    await database.dataSource.destroy();
  };
  const expectValue = (value: number) =>
    withDatabase(async (_database, units) => {
      expect(await units.read(testContext(), (tx) => counters.find(tx, 'victim'))).toBe(value);
    });

  it.each(POINTS_BEFORE_COMMIT)('leaves nothing of it at %s, and the repeated command is done once', async (point) => {
    // when
    const killed = await program.start([place.url, point]).end();
    // then
    expect(killed).toMatchObject({ signal: 'SIGKILL', lines: ['open'] });
    await expectValue(0);
    // when
    const repeated = await program.start([place.url]).end();
    // then
    expect(repeated).toMatchObject({ code: 0, lines: ['open', 'answered 1'] });
    await expectValue(1);
  });

  it('has done it after the commit, and the repeated command gets the answer nobody heard', async () => {
    // when
    const killed = await program.start([place.url, 'after-commit']).end();
    // then
    expect(killed).toMatchObject({ signal: 'SIGKILL', lines: ['open'] });
    await expectValue(1);
    // when
    const repeated = await program.start([place.url]).end();
    // then
    expect(repeated).toMatchObject({ code: 0, lines: ['open', 'answered 1'] });
    await expectValue(1);
  });
});
