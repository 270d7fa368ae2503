import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { configToken, Directory, type Tx, type WorkflowError } from '@fashen/plugin-api';
import { circulateErrors, circulateEvents, type UrgePolicy, urgeRefusal, type UrgeTally, type UrgingBody } from '../model';
import type { CirculateConfig } from './circulate.config';
import { type Urge, UrgeRepository } from './urge.repository';

/** What is urged, and whom it reaches. */
export interface UrgeSubject {
  readonly id: string;
  readonly instanceId: string;
  readonly taskId?: string;
  readonly nodeId?: string;
  readonly copyId?: string;
  readonly personIds: readonly string[];
  readonly candidates: readonly string[];
}

/** Keeps the urgings and their limits. */
@Injectable()
export class UrgeBookService {
  constructor(
    @Inject(configToken('circulate')) private readonly config: CirculateConfig,
    private readonly directory: Directory,
    private readonly repository: UrgeRepository,
  ) {}

  /** How often something was urged, and by whom last. */
  async tallyOf(tx: Tx, subjectId: string): Promise<UrgeTally> {
    return this.tally(tx, await this.repository.of(tx, [subjectId]));
  }

  /** The same of many. */
  async talliesOf(tx: Tx, subjectIds: readonly string[]): Promise<ReadonlyMap<string, UrgeTally>> {
    const urges = await this.repository.of(tx, subjectIds);
    const tallies = new Map<string, UrgeTally>();
    for (const id of subjectIds) {
      const own = urges.filter((urge) => urge.subjectId === id);
      tallies.set(id, await this.tally(tx, own));
    }
    return tallies;
  }

  /** What limits stand against urging this once more now. */
  async refusalOf(tx: Tx, subjectId: string): Promise<WorkflowError | undefined> {
    const policy = this.policy();
    const earlier = await this.repository.of(tx, [subjectId]);
    const times = earlier.map((urge) => urge.urgedAt);
    const refusal = urgeRefusal(times, tx.now.getTime(), policy);
    if (!refusal) return undefined;
    if (refusal.kind === 'quiet') return circulateErrors.QUIET_HOURS({ from: policy.quietFrom, until: policy.quietUntil });
    if (refusal.kind === 'tooOften') return circulateErrors.URGED_TOO_OFTEN({ perDay: policy.perDay });
    return circulateErrors.URGED_TOO_SOON({ hours: policy.hoursBetween, at: new Date(refusal.againAt).toISOString() });
  }

  /** Writes an urging down and tells it. The caller holds the case and has checked the actor. */
  async add(tx: Tx, { id, instanceId, ...reached }: UrgeSubject, { message }: UrgingBody): Promise<UrgeTally> {
    const urgeId = randomUUID();
    const urge = { id: urgeId, subjectId: id, instanceId, urgedBy: tx.actor.personId, urgedAt: tx.now.getTime() };
    await this.repository.add(tx, { ...urge, ...(message !== undefined && { message }) });
    const tally = await this.tallyOf(tx, id);
    const subject = reached.copyId === undefined ? ('task' as const) : ('copy' as const);
    const options = { instanceId, ...(message !== undefined && { reason: message }) };
    tx.emit(circulateEvents.urged({ urgeId, subject, ...reached, count: tally.count }, options));
    return tally;
  }

  private async tally(tx: Tx, urges: readonly Urge[]): Promise<UrgeTally> {
    const last = urges.at(-1);
    if (!last) return { count: 0 };
    const lastByName = (await this.directory.names(tx, [last.urgedBy])).get(last.urgedBy) ?? last.urgedBy;
    const message = last.message === undefined ? {} : { lastMessage: last.message };
    return { count: urges.length, lastAt: last.urgedAt, lastByName, ...message };
  }

  private policy(): UrgePolicy {
    const { urgeHoursBetween, urgesPerDay, quietFrom, quietUntil, utcOffsetMinutes } = this.config;
    return { hoursBetween: urgeHoursBetween, perDay: urgesPerDay, quietFrom, quietUntil, utcOffsetMinutes };
  }
}
