import { setImmediate } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Clock, Tx, UnitOfWork } from '@fashen/plugin-api';
import { testContext } from '@fashen/testing';
import type { LeaseRepository } from './lease.repository';
import { type Attempts, LeaseWorker, WorkerServices } from './lease-worker';
import { WakeCalls } from './wake-calls';

/** The first row fails, and so does noting that; the second takes its time. */
class TestWorker extends LeaseWorker {
  readonly done: string[] = [];

  constructor(services: WorkerServices) {
    super('engine_job', services);
  }

  protected async perform(id: string): Promise<void> {
    if (id === 'bad') throw new Error('no connection');
    for (let turn = 0; turn < 5; turn += 1) await setImmediate();
    this.done.push(id);
  }

  protected attempts(): Promise<Attempts | undefined> {
    throw new Error('still no connection');
  }

  protected stuck(): Promise<void> {
    return Promise.resolve();
  }
}

function servicesWith(ids: readonly string[]): WorkerServices {
  const batches = [ids];
  const { now } = testContext();
  const unit = <T>(_context: unknown, work: (tx: Tx) => Promise<T>): Promise<T> => work({ now } as Tx);
  const leases = { isAnythingDue: async () => true, claim: async () => (batches.shift() ?? []).map((id) => ({ id, isAbandoned: false })) };
  return new WorkerServices(
    { run: unit, read: unit } as UnitOfWork,
    { now: () => now } as Clock,
    leases as unknown as LeaseRepository,
    new WakeCalls(),
  );
}

describe('a worker that loses the database', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('says so only after the rows beside the failed one have ended', async () => {
    // given
    const worker = new TestWorker(servicesWith(['bad', 'slow']));
    // when
    const end = worker.runDue().catch((error: Error) => `${error.message}, done: ${worker.done.join()}`);
    // then
    expect(await end).toBe('still no connection, done: slow');
  });
});
