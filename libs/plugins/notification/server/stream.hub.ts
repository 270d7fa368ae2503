import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { Clock, type RequestContext, systemActor, type Tx, UnitOfWork } from '@fashen/plugin-api';
import { NOTIFICATION_CONFIG, type NotificationConfig } from './notification.config';
import { type Signal, SignalRepository } from './signal.repository';

/** What a page has to read again. */
export interface Change {
  readonly seq: number;
  readonly tasks: boolean;
  readonly openCase: boolean;
  readonly notices: boolean;
}

/** One open stream. */
export interface Listener {
  readonly personId: string;
  readonly principals: ReadonlySet<string>;
  /** Case that is open on the page. */
  readonly caseId?: string;
  tell(change: Change): void;
  close(): void;
}

/** Rows that were given a number early and committed late are found by looking this far back. */
const LOOK_BACK = 200;
const MOST_AT_ONCE = 1_000;

/**
 * The open streams of this node. While there are any, the node looks for new signals several times a second;
 * so it does not matter which node made a change.
 */
@Injectable()
export class StreamHub implements BeforeApplicationShutdown {
  private readonly listeners = new Set<Listener>();
  private readonly logger = new Logger('notification.streams');
  private seen: ReadonlySet<number> = new Set();
  private lastSeq = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    private readonly signals: SignalRepository,
    @Inject(NOTIFICATION_CONFIG) private readonly config: NotificationConfig,
  ) {}

  /** True when a person has as many streams on this node as one may have. */
  isFull(personId: string): boolean {
    return [...this.listeners].filter((listener) => listener.personId === personId).length >= this.config.streamsPerPerson;
  }

  /** From now on the listener hears of changes. Answers the number of the last signal before. */
  async add(listener: Listener): Promise<number> {
    this.listeners.add(listener);
    if (!this.timer) await this.begin();
    return this.lastSeq;
  }

  remove(listener: Listener): void {
    this.listeners.delete(listener);
    if (this.listeners.size > 0) return;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  beforeApplicationShutdown(): void {
    for (const listener of [...this.listeners]) listener.close();
  }

  /** Looks once. */
  async look(): Promise<void> {
    const found = await this.read((tx) => this.signals.after(tx, this.lastSeq - LOOK_BACK, MOST_AT_ONCE));
    const fresh = found.filter(({ seq }) => !this.seen.has(seq));
    this.seen = new Set(found.map(({ seq }) => seq));
    if (fresh.length === 0) return;
    this.lastSeq = Math.max(this.lastSeq, ...fresh.map(({ seq }) => seq));
    for (const listener of this.listeners) {
      const change = changeFor(listener, fresh, this.lastSeq);
      if (change) listener.tell(change);
    }
  }

  private async begin(): Promise<void> {
    this.timer = setTimeout(() => undefined, 0);
    const known = await this.read(async (tx) => {
      const last = await this.signals.lastSeq(tx);
      return { last, recent: await this.signals.after(tx, last - LOOK_BACK, MOST_AT_ONCE) };
    });
    this.lastSeq = known.last;
    this.seen = new Set(known.recent.map(({ seq }) => seq));
    if (this.timer) this.plan();
  }

  private plan(): void {
    this.timer = setTimeout(() => void this.turn(), this.config.lookMilliseconds);
  }

  private async turn(): Promise<void> {
    try {
      await this.look();
    } catch (error) {
      this.logger.error(error instanceof Error ? error.name : 'unknown');
    }
    if (this.timer) this.plan();
  }

  private read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const context: RequestContext = { actor: systemActor, now: this.clock.now(), locale: 'zh-CN', requestId: 'streams' };
    return this.units.read(context, work);
  }
}

/** What these signals mean to a listener; absent when nothing. */
export function changeFor(listener: Pick<Listener, 'principals' | 'caseId'>, signals: readonly Signal[], seq: number): Change | undefined {
  const own = signals.filter(({ principals }) => principals.some((principal) => listener.principals.has(principal)));
  const tasks = own.some(({ topic }) => topic === 'case');
  const notices = own.some(({ topic }) => topic === 'notice');
  const openCase = listener.caseId !== undefined && signals.some(({ instanceId }) => instanceId === listener.caseId);
  return tasks || notices || openCase ? { seq, tasks, openCase, notices } : undefined;
}
