/** A seat of a step that was filled in, and what its task ended with. */
export interface FilledSeat {
  readonly id: string;
  readonly visitId: string;
  readonly taskState: string | null;
  readonly outcome: string | null;
}

/** A step at whose end everybody had filled it in. */
export interface FilledStep {
  readonly id: string;
  readonly answered: number;
  /** Its seats that are still open. */
  readonly open: number;
}

/** What the records say, entry by entry. */
export interface FilledEntry {
  readonly act: string;
  readonly taskId: string;
  readonly answered?: number;
}

/** Everything there is about steps that each fills in. */
export interface Filled {
  readonly seats: readonly FilledSeat[];
  readonly steps: readonly FilledStep[];
  readonly entries: readonly FilledEntry[];
}

/** What does not fit together: each part was filled in once, by an end of its task with answers, and the step ended once, after all of them. */
export function answerFindings({ seats, steps, entries }: Filled): readonly string[] {
  const parts = entries.filter(({ act }) => act === 'approval.partFilledIn').map(({ taskId }) => taskId);
  const known = new Set(seats.map(({ id }) => id));
  return [
    ...seats.filter((seat) => !hasAnswer(seat)).map(({ id }) => `seat ${id} was filled in with nothing`),
    ...seats.filter(({ id }) => parts.filter((one) => one === id).length !== 1).map(({ id }) => `the record has seat ${id} not once`),
    ...parts.filter((id) => !known.has(id)).map((id) => `the record has a part ${id} that nobody filled in`),
    ...steps.flatMap((step) => stepFindings(step, seats, entries)),
  ];
}

function stepFindings(
  { id, answered, open }: FilledStep,
  seats: readonly FilledSeat[],
  entries: readonly FilledEntry[],
): readonly string[] {
  const told = entries.filter(({ act, taskId }) => act === 'approval.allFilledIn' && taskId === id);
  const filled = seats.filter(({ visitId }) => visitId === id).length;
  return [
    ...(open > 0 ? [`step ${id} ended while ${open} had not filled it in`] : []),
    ...(filled === answered ? [] : [`step ${id} says ${answered} have filled it in, its seats ${filled}`]),
    ...(told.length === 1 && told[0]?.answered === answered ? [] : [`the record tells the end of step ${id} ${told.length} times`]),
  ];
}

function hasAnswer({ taskState, outcome }: FilledSeat): boolean {
  const said = JSON.parse(outcome ?? 'null') as { answer?: unknown; choice?: unknown } | null;
  return taskState === 'DONE' && typeof said?.answer === 'object' && said.choice === undefined;
}
