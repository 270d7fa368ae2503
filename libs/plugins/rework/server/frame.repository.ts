import { Injectable } from '@nestjs/common';
import { Instances, type JsonObject, type Tx } from '@fashen/plugin-api';
import type { DefectAnswer, Frame, ReworkMode, StepwiseReason } from '../model';

/** A frame with everything that is needed to go back by it. */
export interface StoredFrame extends Frame {
  readonly instanceId: string;
  readonly fromPersonId: string;
  readonly fromCandidates: readonly string[];
  readonly status: 'OPEN' | 'DONE' | 'VOID';
  readonly because?: StepwiseReason;
  readonly dataBefore: JsonObject;
  readonly answers?: readonly DefectAnswer[];
}

type Row = {
  id: string;
  instance_id: string;
  target_execution_id: string;
  target_node_id: string;
  from_execution_id: string;
  from_node_id: string;
  from_person_id: string;
  from_candidates: string;
  mode: ReworkMode;
  status: StoredFrame['status'];
  because: StepwiseReason | null;
  next_node_ids: string;
  data_before: string;
  answers: string | null;
};

/** Flag of cases that were returned. */
const FRAMES = 'rework.frames';

/** Rows of frames. */
@Injectable()
export class FrameRepository {
  constructor(private readonly instances: Instances) {}

  /** All frames of a case; the order says nothing. */
  async ofCase(tx: Tx, instanceId: string): Promise<readonly StoredFrame[]> {
    const sql = 'SELECT * FROM rework_frame WHERE instance_id = ? ORDER BY id LIMIT 1000';
    return (await tx.manager.query<Row[]>(sql, [instanceId])).map(frameOf);
  }

  async openOf(tx: Tx, instanceId: string): Promise<readonly StoredFrame[]> {
    if (!(await this.instances.isFlagged(tx, instanceId, FRAMES))) return [];
    const sql = "SELECT * FROM rework_frame WHERE instance_id = ? AND status = 'OPEN' ORDER BY id LIMIT 1000";
    return (await tx.manager.query<Row[]>(sql, [instanceId])).map(frameOf);
  }

  async add(tx: Tx, frame: Omit<StoredFrame, 'status' | 'because' | 'answers'>): Promise<void> {
    await this.instances.flag(tx, frame.instanceId, FRAMES);
    await tx.manager.query(
      `INSERT INTO rework_frame (id, instance_id, target_execution_id, target_node_id, from_execution_id, from_node_id, from_person_id,
       from_candidates, mode, status, next_node_ids, data_before) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?)`,
      [
        ...[frame.id, frame.instanceId, frame.targetExecutionId, frame.targetNodeId, frame.fromExecutionId, frame.fromNodeId],
        ...[frame.fromPersonId, JSON.stringify(frame.fromCandidates), frame.mode],
        ...[JSON.stringify(frame.nextNodeIds), JSON.stringify(frame.dataBefore)],
      ],
    );
  }

  async keepAnswers(tx: Tx, id: string, answers: readonly DefectAnswer[]): Promise<void> {
    await tx.manager.query('UPDATE rework_frame SET answers = ? WHERE id = ?', [JSON.stringify(answers), id]);
  }

  async keepMode(tx: Tx, id: string, mode: ReworkMode): Promise<void> {
    await tx.manager.query('UPDATE rework_frame SET mode = ? WHERE id = ?', [mode, id]);
  }

  async end(tx: Tx, id: string, status: 'DONE' | 'VOID', because?: StepwiseReason): Promise<void> {
    await tx.manager.query('UPDATE rework_frame SET status = ?, because = ? WHERE id = ?', [status, because ?? null, id]);
  }

  /** Whoever waited for the old visit waits for the new one. */
  async retarget(tx: Tx, instanceId: string, { from, to }: { from: string; to: string }): Promise<void> {
    await tx.manager.query(
      "UPDATE rework_frame SET target_execution_id = ? WHERE instance_id = ? AND target_execution_id = ? AND status = 'OPEN'",
      [to, instanceId, from],
    );
  }
}

const frameOf = (row: Row): StoredFrame => ({
  id: row.id,
  instanceId: row.instance_id,
  targetExecutionId: row.target_execution_id,
  targetNodeId: row.target_node_id,
  fromExecutionId: row.from_execution_id,
  fromNodeId: row.from_node_id,
  fromPersonId: row.from_person_id,
  fromCandidates: JSON.parse(row.from_candidates) as string[],
  mode: row.mode,
  status: row.status,
  ...(row.because !== null && { because: row.because }),
  nextNodeIds: JSON.parse(row.next_node_ids) as string[],
  dataBefore: JSON.parse(row.data_before) as JsonObject,
  ...(row.answers !== null && { answers: JSON.parse(row.answers) as DefectAnswer[] }),
});
