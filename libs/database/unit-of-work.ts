import { setTimeout as pause } from 'node:timers/promises';
import type { QueryRunner } from 'typeorm';
import { type Operated, type OperateMode, type RequestContext, type Tx, UnitOfWork, type WorkflowEvent } from '@fashen/plugin-api';
import { affectedBy } from './affected';
import { asUnit, refuseNestedUnit } from './current-unit';
import type { OpenDatabase } from './data-source';
import { databaseErrors, RetryUnitError } from './database.errors';
import { type GuardedRunner, isDuplicateKey } from './dialects/dialect';
import { failpoint } from './failpoints';
import { type EarlierAnswer, IdempotencyRepository, requireValidKey } from './idempotency.repository';
import { UnitTransaction } from './unit-transaction';

const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 10;
const ROUNDS_OF_EVENTS = 100;

/** Who hears what was told in a unit. The engine's plugin host implements it. */
export interface SubscriberHub {
  /** Gives the events to the `inTransaction` subscribers. They may write, tell more (asked again with those) or veto by throwing. */
  inTransaction(tx: Tx, events: readonly WorkflowEvent[]): Promise<void>;
  /** Writes the outbox rows of all events of the unit, of which there may be none. Nothing may be told any more. */
  outbox(tx: Tx, events: readonly WorkflowEvent[]): Promise<void>;
  /** After the commit: wakes whoever delivers the outbox and runs jobs. Must neither wait nor throw. */
  committed?(events: readonly WorkflowEvent[]): void;
}

/** What one unit does, and how its answer is made once the subscribers have been asked too. */
interface Command<T, R> {
  readonly work: (tx: Tx) => Promise<T>;
  readonly describe: (result: T, unit: UnitTransaction) => R;
  /** True when nothing may remain of it. */
  readonly isRehearsal?: boolean;
}

/** Units of work on one database. A node has one. */
export class DatabaseUnitOfWork extends UnitOfWork {
  constructor(
    private readonly database: OpenDatabase,
    private readonly hub: SubscriberHub,
    private readonly idempotency: IdempotencyRepository = new IdempotencyRepository(),
  ) {
    super();
  }

  /**
   * Runs one command in one transaction: idempotency row, work, `inTransaction` subscribers, outbox rows, answer, commit.
   * The whole unit runs again, at most five times in all, on deadlock, lock wait, lost connection, a twin of a new row and
   * `RetryUnitError`; after that `engine.DATABASE_BUSY`, or the error of the twin. When the connection is lost in the commit itself, a unit with a key looks up by the key
   * what became of it; one without a key ends with `engine.UNKNOWN_OUTCOME`.
   */
  async run<T>(context: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T> {
    refuseNestedUnit();
    requireValidKey(context.idempotency);
    return this.persist(() => this.attempt(context, { work, describe: (answer) => answer }));
  }

  /** As `run`, and answers what it did; with `dryRun` everything is rolled back at the place of the commit. */
  async operate<T>(context: RequestContext, { dryRun }: OperateMode, work: (tx: Tx) => Promise<T>): Promise<Operated<T>> {
    refuseNestedUnit();
    requireValidKey(context.idempotency);
    const { idempotency: _key, ...keyless } = context;
    const describe = (result: T, unit: UnitTransaction): Operated<T> => ({ result, affected: affectedBy(unit.events), dryRun });
    return this.persist(() => this.attempt(dryRun ? keyless : context, { work, describe, isRehearsal: dryRun }));
  }

  /** Queries without a transaction: each statement sees what is committed when it runs. A write or an event is refused. */
  async read<T>(context: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T> {
    refuseNestedUnit();
    return this.persist(() => this.attemptRead(context, work));
  }

  private async persist<T>(attempt: () => Promise<T>): Promise<T> {
    for (let count = 1; ; count++) {
      try {
        return await attempt();
      } catch (error) {
        if (!this.isWorthRepeating(error)) throw error;
        if (count === ATTEMPTS) throw isDuplicateKey(error) ? error : busy(error);
        await pause(retryPauseMs(count, Math.random()));
      }
    }
  }

  private async attempt<T, R>(context: RequestContext, command: Command<T, R>): Promise<R> {
    failpoint('before-begin');
    const runner = this.database.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const unit = new UnitTransaction(context, runner.manager, command.isRehearsal);
      const { answer, isNew } = await asUnit('run', () => this.perform(unit, command, runner));
      if (isNew && !command.isRehearsal) this.hub.committed?.(unit.events);
      return answer;
    } finally {
      await runner.release();
    }
  }

  private async perform<T, R>(
    unit: UnitTransaction,
    { work, describe, isRehearsal }: Command<T, R>,
    runner: QueryRunner,
  ): Promise<{ answer: R; isNew: boolean }> {
    try {
      const earlier = await this.claim(unit);
      if (earlier) return { answer: earlier.answer as R, isNew: false };
      const result = await work(unit);
      failpoint('after-work');
      await this.tell(unit);
      const answer = describe(result, unit);
      // Releasing the runner rolls back what was not committed.
      if (isRehearsal) return { answer, isNew: true };
      await this.keep(unit, answer);
      failpoint('before-commit');
      await this.commit(runner, unit);
      failpoint('after-commit');
      return { answer, isNew: true };
    } finally {
      unit.seal('the unit of work has ended');
    }
  }

  private async claim(unit: UnitTransaction): Promise<EarlierAnswer | undefined> {
    if (!unit.idempotency) return undefined;
    const earlier = await this.idempotency.claim(unit, unit.idempotency);
    failpoint('after-idempotency');
    return earlier;
  }

  private async tell(unit: UnitTransaction): Promise<void> {
    let heard = 0;
    for (let round = 0; heard < unit.events.length; round++) {
      if (round === ROUNDS_OF_EVENTS) throw new Error('subscribers tell each other events without end');
      const news = unit.events.slice(heard);
      heard = unit.events.length;
      await this.hub.inTransaction(unit, news);
    }
    failpoint('after-record');
    unit.seal('nothing can be told while the outbox is written');
    await this.hub.outbox(unit, unit.events);
  }

  private async keep(unit: UnitTransaction, answer: unknown): Promise<void> {
    if (unit.idempotency) await this.idempotency.keep(unit, unit.idempotency, answer);
  }

  private async commit(runner: QueryRunner, unit: UnitTransaction): Promise<void> {
    try {
      await runner.commitTransaction();
    } catch (error) {
      const isUnknown = this.database.dialect.isConnectionLost(error) && !unit.idempotency;
      throw isUnknown ? withCause(databaseErrors.UNKNOWN_OUTCOME(), error) : error;
    }
  }

  private async attemptRead<T>(context: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.database.dataSource.createQueryRunner();
    (runner as QueryRunner & GuardedRunner).refusesWrites = true;
    const unit = new UnitTransaction(context, runner.manager);
    unit.seal('UnitOfWork.read tells nothing: use UnitOfWork.run');
    try {
      return await asUnit('read', () => work(unit));
    } finally {
      await runner.release();
    }
  }

  private isWorthRepeating(error: unknown): boolean {
    const { dialect } = this.database;
    // A twin row that was not there a moment ago: somebody was faster. Seen anew, it is a conflict with a name, or no conflict at all.
    if (error instanceof RetryUnitError || isDuplicateKey(error)) return true;
    return dialect.isTransient(error) || dialect.isConnectionLost(error);
  }
}

/** Time to wait before attempt `count + 1`: doubles each time, and differs between those who clashed. `chance` is from 0 to 1. */
export function retryPauseMs(count: number, chance: number): number {
  return FIRST_PAUSE_MS * 2 ** (count - 1) * (0.5 + chance);
}

function busy(cause: unknown): Error {
  return withCause(databaseErrors.DATABASE_BUSY(), cause);
}

function withCause(error: Error, cause: unknown): Error {
  error.cause = cause;
  return error;
}
