import type { DataSource } from 'typeorm';

interface Row {
  readonly id: string;
  readonly outcome: string | null;
  readonly agree: number | string | null;
  readonly against: number | string | null;
}

/** What must hold between any two commands: votes in the result are the votes of the seats, one person has one seat, and each seat that began has one open task. */
export async function verifySeats(dataSource: DataSource): Promise<readonly string[]> {
  const decided = await dataSource.query<Row[]>(
    `SELECT v.id, v.outcome, SUM(CASE WHEN s.status = 'AGREE' AND s.ask_id IS NULL THEN s.weight ELSE 0 END) AS agree,
     SUM(CASE WHEN s.status = 'AGAINST' AND s.ask_id IS NULL THEN s.weight ELSE 0 END) AS against
     FROM engine_task v JOIN approval_seat s ON s.visit_id = v.id WHERE v.state = 'DONE' GROUP BY v.id, v.outcome
     -- A holder who only asked others submits without a vote.
     HAVING v.outcome IS NOT NULL OR SUM(CASE WHEN s.ask_id IS NULL THEN 1 ELSE 0 END) > 0`,
  );
  const wrong = decided.filter(({ outcome, agree, against }) => {
    const said = JSON.parse(outcome ?? 'null') as { result?: string; agree?: number; against?: number } | null;
    // Where each fills in the step nobody votes: verifyAnswers looks at those.
    if (said?.result === 'answered') return Number(agree) + Number(against) > 0;
    return said?.agree !== Number(agree) || said.against !== Number(against);
  });
  const idle = await dataSource.query<{ id: string }[]>(
    `SELECT s.id FROM approval_seat s LEFT JOIN engine_task t ON t.id = s.id AND t.state = 'ASSIGNED' AND t.assignee_id = s.person_id
     WHERE s.status = 'PENDING' AND t.id IS NULL`,
  );
  const stray = await dataSource.query<{ id: string }[]>(
    `SELECT t.id FROM engine_task t JOIN approval_seat s ON s.id = t.id WHERE t.state IN ('READY', 'ASSIGNED') AND s.status <> 'PENDING'`,
  );
  const doubled = await dataSource.query<{ id: string; person: string }[]>(
    `SELECT visit_id AS id, person_id AS person FROM approval_seat WHERE kind IN ('MAIN', 'ADDED')
     AND status NOT IN ('REMOVED', 'CANCELLED', 'TAKEN_BACK') GROUP BY visit_id, person_id HAVING COUNT(*) > 1`,
  );
  const unflagged = await dataSource.query<{ id: string }[]>(
    `SELECT s.id FROM approval_seat s JOIN engine_instance i ON i.id = s.instance_id
     WHERE i.flags IS NOT NULL AND i.flags NOT LIKE '%"approval.seats"%'`,
  );
  return [
    ...unflagged.map(({ id }) => `seat ${id} belongs to a case that is said to have none`),
    ...doubled.map(({ id, person }) => `${person} has two seats of ${id}`),
    ...wrong.map(({ id }) => `the result of ${id} is not the sum of its seats`),
    ...idle.map(({ id }) => `seat ${id} is open without a task`),
    ...stray.map(({ id }) => `task ${id} is open, its seat is not`),
  ];
}
