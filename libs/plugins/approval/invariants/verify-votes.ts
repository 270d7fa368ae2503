import type { DataSource } from 'typeorm';
import { choiceOf, type SeatStatus } from '../model';
import { RecordedVotes, type RecordedDecision, type SeatPlace, VOTE_ACTS } from './recorded-votes';

interface SeatRow extends SeatPlace {
  readonly status: SeatStatus;
  readonly kind: string;
}
interface VisitRow {
  readonly id: string;
  readonly outcome: string | null;
}

const SUMS = ['agree', 'against', 'abstain'] as const;

/**
 * What must hold between any two commands where records are kept: the votes of the record, read alone, are those of the seats, and their
 * sums are what the step was decided with. Each step is decided once.
 */
export async function verifyVotes(dataSource: DataSource): Promise<readonly string[]> {
  const seats = await seatsIn(dataSource);
  const recorded = new RecordedVotes(new Map(seats.map((seat) => [seat.id, seat])));
  const acts = VOTE_ACTS.map((act) => `'${act}'`).join(', ');
  const entries = await dataSource.query<{ act: string; payload: string }[]>(
    `SELECT act, payload FROM record_entry WHERE act IN (${acts}) ORDER BY instance_id, seq`,
  );
  for (const { act, payload } of entries) recorded.add({ act, payload: JSON.parse(payload) as Record<string, unknown> });
  return [...seatFindings(seats, recorded), ...decisionFindings(recorded.decisions, await visitsIn(dataSource))];
}

/** In the record and at the seat stands the same vote, with the same weight. */
function seatFindings(seats: readonly SeatRow[], { votes }: RecordedVotes): readonly string[] {
  const known = new Set(seats.map(({ id }) => id));
  const wrong = seats
    .filter((seat) => seat.kind === 'MAIN' || seat.kind === 'ADDED')
    .flatMap((seat) => {
      const [stored, vote] = [choiceOf(seat), votes.get(seat.id)];
      if (stored !== vote?.choice)
        return [`the record says ${vote?.choice ?? 'nothing'} of seat ${seat.id}, the seat ${stored ?? 'nothing'}`];
      return vote && vote.weight !== seat.weight ? [`seat ${seat.id} counts ${seat.weight}, in the record ${vote.weight}`] : [];
    });
  const strangers = [...votes.keys()].filter((id) => !known.has(id));
  return [...wrong, ...strangers.map((id) => `the record has a vote of ${id}, which is no seat`)];
}

function decisionFindings(decisions: readonly RecordedDecision[], visits: readonly VisitRow[]): readonly string[] {
  const said = new Map<string, RecordedDecision[]>();
  for (const decision of decisions) said.set(decision.visitId, [...(said.get(decision.visitId) ?? []), decision]);
  const outcomes = new Map(visits.map(({ id, outcome }) => [id, JSON.parse(outcome ?? '{}') as Record<string, unknown>]));
  const undecided = [...outcomes.keys()].filter((id) => !said.has(id));
  return [
    ...undecided.map((id) => `step ${id} has a result, the record no decision`),
    ...[...said].filter(([, all]) => all.length > 1).map(([id, all]) => `step ${id} was decided ${all.length} times`),
    ...decisions.flatMap((decision) => sumFindings(decision, outcomes.get(decision.visitId))),
  ];
}

function sumFindings(
  { visitId, said, summed }: RecordedDecision,
  outcome: Readonly<Record<string, unknown>> | undefined,
): readonly string[] {
  const wrong = SUMS.filter((name) => said[name] !== summed[name] || outcome?.[name] !== summed[name]);
  return [
    ...wrong.map(
      (name) => `step ${visitId}: ${name} is ${summed[name]} by its votes, ${said[name]} in the record, ${outcome?.[name]} in its result`,
    ),
    ...(outcome && outcome['result'] !== said['result']
      ? [`step ${visitId} was decided ${said['result']}, its result is ${outcome['result']}`]
      : []),
  ];
}

async function seatsIn(dataSource: DataSource): Promise<readonly SeatRow[]> {
  const sql = 'SELECT id, visit_id, weight, asked_by, status, kind FROM approval_seat';
  const rows =
    await dataSource.query<
      { id: string; visit_id: string; weight: number | string; asked_by: string | null; status: SeatStatus; kind: string }[]
    >(sql);
  return rows.map(({ visit_id: visitId, asked_by: askedBy, weight, ...row }) => ({
    ...row,
    visitId,
    weight: Number(weight),
    ...(askedBy !== null && { askedBy }),
  }));
}

/** Visits that ended with the votes of seats. */
async function visitsIn(dataSource: DataSource): Promise<readonly VisitRow[]> {
  const ended = await dataSource.query<VisitRow[]>(
    `SELECT v.id, v.outcome FROM engine_task v WHERE v.state = 'DONE' AND v.outcome IS NOT NULL
     AND EXISTS (SELECT 1 FROM approval_seat s WHERE s.visit_id = v.id)`,
  );
  return ended.filter(({ outcome }) => (JSON.parse(outcome ?? '{}') as { result?: unknown }).result !== 'answered');
}
