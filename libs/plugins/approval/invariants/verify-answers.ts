import type { DataSource } from 'typeorm';
import { answerFindings, type FilledEntry, type FilledSeat, type FilledStep } from './answer-findings';

/** What must hold between any two commands, where records are kept, of steps that each fills in; see `answerFindings`. */
export async function verifyAnswers(dataSource: DataSource): Promise<readonly string[]> {
  return answerFindings({ seats: await seatsIn(dataSource), steps: await stepsIn(dataSource), entries: await entriesIn(dataSource) });
}

async function seatsIn(dataSource: DataSource): Promise<readonly FilledSeat[]> {
  const sql = `SELECT s.id, s.visit_id, t.state, t.outcome FROM approval_seat s LEFT JOIN engine_task t ON t.id = s.id
    WHERE s.status = 'DONE' AND s.kind IN ('MAIN', 'ADDED')`;
  const rows = await dataSource.query<{ id: string; visit_id: string; state: string | null; outcome: string | null }[]>(sql);
  return rows.map(({ id, visit_id: visitId, state: taskState, outcome }) => ({ id, visitId, taskState, outcome }));
}

async function stepsIn(dataSource: DataSource): Promise<readonly FilledStep[]> {
  const open = "SUM(CASE WHEN s.status IN ('NOT_STARTED', 'PENDING') THEN 1 ELSE 0 END)";
  const sql = `SELECT v.id, v.outcome, ${open} AS open_seats FROM engine_task v JOIN approval_seat s ON s.visit_id = v.id
    WHERE v.kind = 'VISIT' AND v.state = 'DONE' AND v.outcome IS NOT NULL GROUP BY v.id, v.outcome`;
  const rows = await dataSource.query<{ id: string; outcome: string; open_seats: number | string }[]>(sql);
  return rows.flatMap(({ id, outcome, open_seats: count }) => {
    const said = JSON.parse(outcome) as { result?: string; answered?: number };
    return said.result === 'answered' ? [{ id, answered: said.answered ?? 0, open: Number(count) }] : [];
  });
}

async function entriesIn(dataSource: DataSource): Promise<readonly FilledEntry[]> {
  const sql = `SELECT act, payload FROM record_entry WHERE act IN ('approval.partFilledIn', 'approval.allFilledIn')`;
  const rows = await dataSource.query<{ act: string; payload: string }[]>(sql);
  return rows.map(({ act, payload }) => ({ act, ...(JSON.parse(payload) as { taskId: string; answered?: number }) }));
}
