import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Tx } from '@fashen/plugin-api';
import {
  askedSupplement,
  type Clock,
  deadlineErrors,
  deadlineEvents,
  type ExtensionBody,
  type ExtensionDecisionBody,
  handInRefusal,
  type HoldBody,
  isOpen,
  mayAsk,
  mayDecide,
  nextExtension,
  openRequest,
  type ResumeBody,
} from '../model';
import { CasePorts, ClockTables } from './clock-ports';
import { CaseClocksService } from './case-clocks.service';
import { ClockTellerService } from './clock-teller.service';

const SUPPLEMENT = 'review-supplement';

/** Which clock of which case. */
export interface ClockPlace {
  readonly caseId: string;
  readonly clockId: string;
}

/** What people do to clocks. Who may is data of the period. */
@Injectable()
export class ClockOperationService {
  constructor(
    private readonly tables: ClockTables,
    private readonly cases: CasePorts,
    private readonly clocks: CaseClocksService,
    private readonly teller: ClockTellerService,
  ) {}

  /** Stops a clock. Missing materials are asked for in writing and have a period of their own. */
  async hold(tx: Tx, place: ClockPlace, { reason, note, materials }: HoldBody): Promise<Clock> {
    const clock = await this.lock(tx, place);
    requireHolder(tx, clock);
    if (clock.state !== 'RUNNING') throw deadlineErrors.NOT_RUNNING({ clock: clock.name });
    if (clock.lapsedAt !== undefined) throw deadlineErrors.TOO_LATE({ clock: clock.name });
    const words = [note, ...materials].join('\n');
    const held = await this.clocks.stop(tx, clock, { reason, note: words });
    if (reason === 'SUPPLEMENT') await this.askFor(tx, held, { note, materials });
    return held;
  }

  async resume(tx: Tx, place: ClockPlace, { note }: ResumeBody): Promise<Clock> {
    const clock = await this.lock(tx, place);
    requireHolder(tx, clock);
    if (clock.state !== 'HELD') throw deadlineErrors.NOT_HELD({ clock: clock.name });
    await this.clocks.end(tx, clock.instanceId, SUPPLEMENT);
    return this.clocks.goOn(tx, clock, note);
  }

  /** The materials are there: whoever worked on the case before hands them in, and the clock begins anew by that. */
  async handIn(tx: Tx, place: ClockPlace, { note }: ResumeBody): Promise<Clock> {
    const clock = await this.lock(tx, place);
    const { instanceId } = clock;
    const holds = await this.tables.history.holds(tx, clock.id);
    const tasks = await this.cases.tasks.ofInstance(tx, instanceId);
    const refusal = handInRefusal(clock, holds, { personId: tx.actor.personId, tasks });
    if (refusal) throw refusal;
    await this.clocks.end(tx, instanceId, SUPPLEMENT);
    const running = await this.clocks.goOn(tx, clock, note);
    const told = { ...(await this.teller.told(tx, running, clock)), personIds: [askedSupplement(clock, holds)?.changedBy ?? ''] };
    tx.emit(deadlineEvents.supplementHandedIn(told, { instanceId, reason: note }));
    return running;
  }

  private async askFor(tx: Tx, clock: Clock, { note, materials }: Pick<HoldBody, 'note' | 'materials'>): Promise<void> {
    const { instanceId } = clock;
    await this.clocks.arm(tx, { instanceId, key: SUPPLEMENT, over: { atEnd: 'REMIND' } });
    tx.emit(deadlineEvents.supplementAsked({ ...(await this.teller.told(tx, clock)), materials }, { instanceId, reason: note }));
  }

  /** Asked by who works on the case, while there is time. */
  async requestExtension(tx: Tx, place: ClockPlace, { amount, reason }: ExtensionBody): Promise<Clock> {
    const clock = await this.lock(tx, place);
    if (!(await this.worksOn(tx, clock.instanceId))) throw deadlineErrors.NOT_ALLOWED({ clock: clock.name, roles: [] });
    const notes = await this.tables.history.extensions(tx, clock.id);
    const refusal = mayAsk(clock, notes, amount);
    if (refusal) throw refusal;
    const id = randomUUID();
    await this.tables.history.addExtension(tx, clock.id, { id, kind: 'REQUEST', requestId: id, amount, reason });
    const askedOf = (nextExtension(clock, notes)?.by ?? []).map((role) => `role:${role}`);
    const told = { ...(await this.teller.told(tx, clock)), amount, requestId: id, askedOf };
    tx.emit(deadlineEvents.extensionRequested(told, { instanceId: clock.instanceId, reason }));
    return clock;
  }

  /** Granted or refused by who may, and not by who has asked. */
  async decideExtension(tx: Tx, place: ClockPlace, { approved, comment }: ExtensionDecisionBody): Promise<Clock> {
    const clock = await this.lock(tx, place);
    const notes = await this.tables.history.extensions(tx, clock.id);
    const refusal = mayDecide(clock, notes, tx.actor);
    const request = openRequest(notes);
    if (refusal || !request) throw refusal ?? deadlineErrors.REQUEST_MISSING({ clock: clock.name });
    const { amount, id: requestId } = request;
    const kind = approved ? 'APPROVAL' : 'REFUSAL';
    await this.tables.history.addExtension(tx, clock.id, { id: randomUUID(), kind, requestId, amount, reason: comment });
    const { instanceId } = clock;
    if (!approved) {
      const told = { ...(await this.teller.told(tx, clock)), requestId };
      tx.emit(deadlineEvents.extensionRefused(told, { instanceId, reason: comment }));
      return clock;
    }
    const extended = await this.clocks.counter.recount(tx, { ...clock, amount: clock.amount + amount }, 'EXTENDED');
    const told = { ...(await this.teller.told(tx, extended, clock)), amount };
    tx.emit(deadlineEvents.extended(told, { instanceId, reason: comment, affects: 'clockChanged' }));
    return extended;
  }

  /** True for who holds an open task of the case. */
  async worksOn(tx: Tx, instanceId: string): Promise<boolean> {
    const tasks = await this.cases.tasks.ofInstance(tx, instanceId);
    return tasks.some((task) => isOpen(task) && task.assigneeId === tx.actor.personId);
  }

  private async lock(tx: Tx, { caseId, clockId }: ClockPlace): Promise<Clock> {
    await this.cases.access.require(tx, caseId);
    const { status } = await this.cases.instances.lock(tx, caseId);
    if (status === 'SUSPENDED') throw deadlineErrors.CASE_SUSPENDED({ caseId });
    const clock = await this.tables.clocks.find(tx, clockId);
    if (clock?.instanceId !== caseId) throw deadlineErrors.CLOCK_MISSING({ clockId });
    return clock;
  }
}

function requireHolder(tx: Tx, { settings, name }: Clock): void {
  if (!settings.holdBy.some((role) => tx.actor.roles.includes(role)))
    throw deadlineErrors.NOT_ALLOWED({ clock: name, roles: settings.holdBy });
}
