import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CaseAccess, Instances, type JsonObject, type Person, type Tx } from '@fashen/plugin-api';
import {
  circulateErrors,
  circulateEvents,
  type CopyMode,
  type CopyMoment,
  type CopyRule,
  type CopySource,
  type PassedBy,
  type ReadersBody,
  type SentReply,
} from '../model';
import { CopyRepository } from './copy.repository';
import { ReadersService } from './readers.service';

/** What is sent to whom, and why. */
interface Sending {
  readonly instanceId: string;
  readonly people: readonly Person[];
  readonly mode: CopyMode;
  readonly source: CopySource;
  readonly nodeId?: string;
  readonly reason?: string;
}

/** Gives cases to readers. Never stops or moves anything: the readers are not waited for. */
@Injectable()
export class SendingService {
  constructor(
    private readonly access: CaseAccess,
    private readonly instances: Instances,
    private readonly readers: ReadersService,
    private readonly copies: CopyRepository,
  ) {}

  /** A person who may see the case sends it on; running or ended makes no difference. */
  async send(tx: Tx, instanceId: string, mode: CopyMode, body: ReadersBody): Promise<SentReply> {
    await this.access.require(tx, instanceId);
    const people = await this.readers.namedBy(tx, body);
    await this.instances.lock(tx, instanceId);
    const { reason } = body;
    return this.add(tx, { instanceId, people, mode, source: 'person', ...(reason !== undefined && { reason }) });
  }

  /** A step sends the case by itself. The caller holds the case. */
  async sendDrawn(tx: Tx, step: DrawnStep, moment: CopyMoment): Promise<void> {
    const { rule, instanceId, nodeId } = step;
    if (!rule.on.includes(moment)) return;
    const people = await this.readers.drawnBy(tx, rule, step.variables);
    await this.add(tx, { instanceId, nodeId, people, mode: rule.mode, source: moment });
  }

  /** Somebody was passed by: a copy says what has changed. Who has left gets none. */
  async sendPassedBy(tx: Tx, { personId, ...passedBy }: PassedBy): Promise<void> {
    await this.add(tx, { ...passedBy, people: await this.readers.activeOf(tx, [personId]), mode: 'copy', source: 'passedBy' });
  }

  /** Takes back what the actor has sent and the reader has not read. */
  async withdraw(tx: Tx, instanceId: string, copyId: string): Promise<{ readonly copyId: string }> {
    await this.access.require(tx, instanceId);
    await this.instances.lock(tx, instanceId);
    const copy = await this.copies.find(tx, copyId);
    if (!copy || copy.instanceId !== instanceId || copy.withdrawnAt !== undefined) throw circulateErrors.COPY_MISSING({ copyId });
    const own = (await this.copies.reasonsOf(tx, [copyId])).filter((one) => one.source === 'person' && one.sentBy === tx.actor.personId);
    if (own.length === 0) throw circulateErrors.NOT_THE_SENDER({ copyId });
    const unread = own.filter((one) => one.readAt === undefined);
    if (unread.length === 0) throw circulateErrors.ALREADY_READ({ copyId });

    await this.copies.withdraw(
      tx,
      copyId,
      unread.map((one) => one.id),
    );
    tx.emit(circulateEvents.withdrawn({ copyId, personId: copy.personId }, { instanceId }));
    return { copyId };
  }

  private async add(tx: Tx, sending: Sending): Promise<SentReply> {
    const readers: SentReply['readers'][number][] = [];
    for (const person of sending.people) {
      const wasReader = await this.addOne(tx, sending, person);
      readers.push({ personId: person.id, name: person.name, wasReader });
    }
    return { readers };
  }

  private async addOne(tx: Tx, sending: Sending, person: Person): Promise<boolean> {
    const { instanceId, mode, source, nodeId, reason } = sending;
    const sentAt = tx.now.getTime();
    const known = await this.copies.findOf(tx, instanceId, person.id);
    const copyId = known?.id ?? randomUUID();
    if (known) await this.copies.renew(tx, copyId, person.unitId);
    else await this.copies.add(tx, { id: copyId, instanceId, personId: person.id, unitId: person.unitId, sentAt });
    const node = nodeId === undefined ? {} : { nodeId };
    const words = reason === undefined ? {} : { reason };
    await this.copies.addReason(tx, {
      ...{ id: randomUUID(), copyId, instanceId, mode, source, sentAt, sentBy: tx.actor.personId },
      ...node,
      ...words,
    });
    tx.emit(circulateEvents.sent({ copyId, personId: person.id, mode, source, ...node }, { instanceId, ...words }));
    return known !== undefined && known.withdrawnAt === undefined;
  }
}

/** A step with a copy, in a case with these data. */
export interface DrawnStep {
  readonly rule: CopyRule;
  readonly instanceId: string;
  readonly nodeId: string;
  readonly variables: JsonObject;
}
