import { Injectable } from '@nestjs/common';
import { Instances, type Tx } from '@fashen/plugin-api';
import type { Ask, Seat, SeatStatus } from '../model';
import type { AskEntity, SeatEntity } from './seat.entity';

type Value = string | number | null;

/** Flag of cases that have seats. */
const SEATS = 'approval.seats';

const MOST_SEATS = 2_000;
const ROWS_PER_STATEMENT = 200;
const OPEN = "('NOT_STARTED', 'PENDING', 'WAITING_AFTER')";

/** Rows of seats and of what was asked. */
@Injectable()
export class ApprovalRepository {
  constructor(private readonly instances: Instances) {}

  /** All seats of a visit, in order. */
  async ofVisit(tx: Tx, visitId: string): Promise<readonly Seat[]> {
    const sql = `SELECT * FROM approval_seat WHERE visit_id = ? ORDER BY order_no, created_at, id LIMIT ${MOST_SEATS}`;
    return (await tx.manager.query<SeatEntity[]>(sql, [visitId])).map(seatOf);
  }

  async find(tx: Tx, seatId: string): Promise<Seat | undefined> {
    return (await tx.manager.query<SeatEntity[]>('SELECT * FROM approval_seat WHERE id = ?', [seatId])).map(seatOf)[0];
  }

  /** Seats of a person that wait for their turn, oldest first. */
  async waitingOf(tx: Tx, personId: string): Promise<readonly Seat[]> {
    const sql = `SELECT * FROM approval_seat WHERE person_id = ? AND status = 'NOT_STARTED' ORDER BY created_at, id LIMIT ${MOST_SEATS}`;
    return (await tx.manager.query<SeatEntity[]>(sql, [personId])).map(seatOf);
  }

  /** Many rows per statement: a step may have hundreds of signers. */
  async add(tx: Tx, seats: readonly Seat[]): Promise<void> {
    for (const instanceId of new Set(seats.map((seat) => seat.instanceId))) await this.instances.flag(tx, instanceId, SEATS);
    await this.insert(
      tx,
      'approval_seat',
      seats.map((seat) => rowOf(tx, seat)),
    );
  }

  async addAsk(tx: Tx, ask: Ask): Promise<void> {
    const { id, kind, rule } = ask;
    const row = { id, task_id: ask.taskId, kind, turns: ask.order, rule, threshold: ask.threshold ?? null };
    await this.insert(tx, 'approval_ask', [
      { ...row, child_veto: Number(ask.childVeto), asked_by: ask.askedBy, created_at: tx.now.getTime() },
    ]);
  }

  async findAsk(tx: Tx, askId: string): Promise<Ask | undefined> {
    return (await tx.manager.query<AskEntity[]>('SELECT * FROM approval_ask WHERE id = ?', [askId])).map(askOf)[0];
  }

  async setStatus(tx: Tx, ids: readonly string[], status: SeatStatus): Promise<void> {
    if (ids.length === 0) return;
    await tx.manager.query(`UPDATE approval_seat SET status = ? WHERE id IN (${places(ids.length)})`, [status, ...ids]);
  }

  async setPerson(tx: Tx, seatId: string, personId: string): Promise<void> {
    await tx.manager.query('UPDATE approval_seat SET person_id = ? WHERE id = ?', [personId, seatId]);
  }

  /** Makes room in the order of a visit. */
  async shift(tx: Tx, visitId: string, after: number, by: number): Promise<void> {
    await tx.manager.query('UPDATE approval_seat SET order_no = order_no + ? WHERE visit_id = ? AND order_no > ?', [by, visitId, after]);
  }

  /** Tasks that are over take their seats along, and visits all of theirs. */
  async cancelWith(tx: Tx, instanceId: string, taskIds: readonly string[]): Promise<void> {
    if (!(await this.instances.isFlagged(tx, instanceId, SEATS))) return;
    for (let from = 0; from < taskIds.length; from += ROWS_PER_STATEMENT) {
      const part = taskIds.slice(from, from + ROWS_PER_STATEMENT);
      for (const column of ['id', 'visit_id'])
        await tx.manager.query(
          `UPDATE approval_seat SET status = 'CANCELLED' WHERE ${column} IN (${places(part.length)}) AND status IN ${OPEN}`,
          [...part],
        );
    }
  }

  private async insert(tx: Tx, table: string, rows: readonly Readonly<Record<string, Value>>[]): Promise<void> {
    for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
      const part = rows.slice(from, from + ROWS_PER_STATEMENT);
      const names = Object.keys(part[0] ?? {});
      await tx.manager.query(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES ${part.map(() => `(${places(names.length)})`).join(', ')}`,
        part.flatMap((row) => names.map((name) => row[name] ?? null)),
      );
    }
  }
}

const places = (count: number): string => Array(count).fill('?').join(', ');

function rowOf(tx: Tx, seat: Seat): Readonly<Record<keyof SeatEntity, Value>> {
  return {
    ...{ id: seat.id, instance_id: seat.instanceId, node_id: seat.nodeId, visit_id: seat.visitId, kind: seat.kind, status: seat.status },
    ...{ person_id: seat.personId, first_person_id: seat.firstPersonId, order_no: seat.orderNo, weight: seat.weight },
    ...{ has_veto: Number(seat.hasVeto), is_mandatory: Number(seat.isMandatory), is_chair: Number(seat.isChair) },
    ...{ asked_by: seat.askedBy ?? null, ask_id: seat.askId ?? null, added_by: seat.addedBy ?? null, created_at: tx.now.getTime() },
  };
}

function seatOf(row: SeatEntity): Seat {
  return {
    ...{ id: row.id, instanceId: row.instance_id, nodeId: row.node_id, visitId: row.visit_id, kind: row.kind, status: row.status },
    ...{ personId: row.person_id, firstPersonId: row.first_person_id, orderNo: row.order_no, weight: row.weight },
    ...{ hasVeto: Number(row.has_veto) === 1, isMandatory: Number(row.is_mandatory) === 1, isChair: Number(row.is_chair) === 1 },
    ...(row.asked_by !== null && { askedBy: row.asked_by }),
    ...(row.ask_id !== null && { askId: row.ask_id }),
    ...(row.added_by !== null && { addedBy: row.added_by }),
  };
}

function askOf(row: AskEntity): Ask {
  return {
    ...{ id: row.id, taskId: row.task_id, kind: row.kind as Ask['kind'], order: row.turns as Ask['order'], rule: row.rule as Ask['rule'] },
    ...(row.threshold !== null && { threshold: row.threshold }),
    ...{ childVeto: Number(row.child_veto) === 1, askedBy: row.asked_by },
  };
}
