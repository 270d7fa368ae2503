import { conformanceCases, runCase, type RunMode } from '@fashen/conformance';
import { createTestPlace, type TestPlace, verifyInvariants } from '@fashen/testing';
import { FashenAdapter } from '../src/conformance/fashen-adapter';
import { plugins } from '../src/plugins';

/** Plugins without which operations of the kit do not exist. What fails for want of one is forgiven only while it is not installed. */
const NEEDED = ['approval', 'case-control', 'circulate', 'deadline', 'deputy', 'rework'];
const IS_COMPLETE = NEEDED.every((id) => plugins.some((plugin) => plugin.id === id));
const MISSING = /^(deploying|step) .*not supported: (the plugin [a-z-]+ is not installed|no installed plugin )/;

describe.each<RunMode>(['straight', 'reload'])('the conformance kit, %s', (mode) => {
  let place: TestPlace;
  let adapter: FashenAdapter;

  beforeAll(async () => {
    place = await createTestPlace();
    adapter = new FashenAdapter(place.url, true);
  });
  afterAll(async () => {
    await adapter.stop();
    await place.remove();
  });

  it.each(conformanceCases.map((one) => [one.id, one.title, one] as const))(
    '%s %s',
    async (_id, _title, one) => {
      const { passed, difference = '' } = await runCase(adapter, one, mode);
      if (!IS_COMPLETE && MISSING.test(difference)) return expect(passed).toBe(false);
      return expect({ passed, difference }).toEqual({ passed: true, difference: '' });
    },
    120_000,
  );

  it('leaves a database in which everything fits together', async () => {
    const { database, host } = adapter.node;
    expect(await verifyInvariants(database.dataSource, host.moddles)).toEqual([]);
  }, 120_000);
});
