import { Injectable } from '@nestjs/common';
import { CaseAccess, Directory, Instances, type Json, type Page, systemActor, type Tx, type WorkflowEvent } from '@fashen/plugin-api';
import {
  canonicalJson,
  GENESIS,
  type RecordContent,
  type RecordEntryReply,
  type RecordQuery,
  type RecordRow,
  sealed,
  type Verification,
} from '../model';
import { digests } from './digests';
import { type Last, RecordRepository } from './record.repository';
import { verifyAllRecords } from './verify-record';

/** Keeps the record of every case. */
@Injectable()
export class RecordService {
  constructor(
    private readonly repository: RecordRepository,
    private readonly access: CaseAccess,
    private readonly directory: Directory,
    private readonly instances: Instances,
  ) {}

  /**
   * Appends one entry per event, in the order they were told. Takes the row lock of the case, which commands hold anyway:
   * the numbers of a case have no gaps and two units never write the same one.
   */
  async append(tx: Tx, instanceId: string, events: readonly WorkflowEvent[]): Promise<void> {
    await this.instances.lock(tx, instanceId);
    const last = await this.repository.findLast(tx, instanceId);
    await this.repository.addAll(tx, linked(tx, instanceId, events, last));
  }

  /** A page of the record, oldest first. Only for those who may see the case. */
  async list(tx: Tx, instanceId: string, query: RecordQuery): Promise<Page<RecordEntryReply>> {
    await this.access.require(tx, instanceId);
    const rows = await this.repository.list(tx, instanceId, query.after ?? 0, query.limit + 1);
    const shown = rows.slice(0, query.limit);
    const names = await this.directory.names(
      tx,
      shown.flatMap((row) => [row.actorId, ...(row.onBehalfOf === null ? [] : [row.onBehalfOf])]),
    );
    const nameOf = (id: string): string => (id === systemActor.personId ? systemActor.name : (names.get(id) ?? id));
    const items = shown.map((row) => replyOf(row, nameOf));
    const last = shown.at(-1);
    return rows.length > query.limit && last ? { items, next: String(last.seq) } : { items };
  }

  /** Checks the record of one case. Only for those who may see the case. */
  async verifyCase(tx: Tx, instanceId: string): Promise<Verification> {
    await this.access.require(tx, instanceId);
    return verifyAllRecords(this.repository.source(tx), instanceId);
  }

  /** Checks the records of all cases; the answer names a case by its id only. */
  verifyAll(tx: Tx): Promise<Verification> {
    return verifyAllRecords(this.repository.source(tx));
  }
}

function linked(tx: Tx, instanceId: string, events: readonly WorkflowEvent[], last: Last | undefined): readonly RecordRow[] {
  const rows: RecordRow[] = [];
  for (const event of events) {
    const previous = rows.at(-1) ?? last;
    rows.push(sealed(contentOf(tx, instanceId, event, (previous?.seq ?? 0) + 1), previous ?? GENESIS, digests));
  }
  return rows;
}

function contentOf(tx: Tx, instanceId: string, event: WorkflowEvent, seq: number): RecordContent {
  return {
    instanceId,
    seq,
    at: tx.now.getTime(),
    actorId: tx.actor.personId,
    onBehalfOf: tx.actor.onBehalfOf?.personId ?? null,
    ruleId: tx.actor.onBehalfOf?.ruleId ?? null,
    act: event.name,
    payload: canonicalJson(event.payload),
    before: event.before === undefined ? null : canonicalJson(event.before),
    after: event.after === undefined ? null : canonicalJson(event.after),
    reason: event.reason ?? null,
    requestId: tx.requestId,
  };
}

function replyOf(row: RecordRow, nameOf: (personId: string) => string): RecordEntryReply {
  const { seq, actorId, act, sha256, sm3 } = row;
  return {
    seq,
    at: new Date(row.at).toISOString(),
    actorId,
    actorName: nameOf(actorId),
    act,
    payload: JSON.parse(row.payload) as Json,
    sha256,
    sm3,
    ...(row.onBehalfOf !== null && { onBehalfOf: row.onBehalfOf, onBehalfOfName: nameOf(row.onBehalfOf) }),
    ...(row.ruleId !== null && { ruleId: row.ruleId }),
    ...(row.before !== null && { before: JSON.parse(row.before) as Json }),
    ...(row.after !== null && { after: JSON.parse(row.after) as Json }),
    ...(row.reason !== null && { reason: row.reason }),
  };
}
