import type { WorkflowError } from '@fashen/plugin-api';
import type { Clock, ExtensionNote } from './clock';
import { deadlineErrors } from './deadline.errors';
import type { ExtensionRule } from './period';

/** The request that nobody has answered yet. */
export function openRequest(notes: readonly ExtensionNote[]): ExtensionNote | undefined {
  const answered = new Set(notes.filter(({ kind }) => kind !== 'REQUEST').map(({ requestId }) => requestId));
  return notes.find(({ kind, id }) => kind === 'REQUEST' && !answered.has(id));
}

/** The extension that comes next: each may be granted once, in order. */
export function nextExtension(clock: Clock, notes: readonly ExtensionNote[]): ExtensionRule | undefined {
  return clock.settings.extensions[notes.filter(({ kind }) => kind === 'APPROVAL').length];
}

/** Why an extension may not be asked for now; undefined when it may. */
export function mayAsk(clock: Clock, notes: readonly ExtensionNote[], amount: number): WorkflowError | undefined {
  const params = { clock: clock.name };
  if (openRequest(notes)) return deadlineErrors.ASKED_ALREADY(params);
  const rule = nextExtension(clock, notes);
  if (!rule) return deadlineErrors.NO_EXTENSION(params);
  return amount > rule.amount ? deadlineErrors.TOO_LONG({ ...params, most: rule.amount }) : timely(clock);
}

/** Why this person may not answer a request; undefined when it may. */
export function mayDecide(
  clock: Clock,
  notes: readonly ExtensionNote[],
  person: { readonly personId: string; readonly roles: readonly string[] },
): WorkflowError | undefined {
  const params = { clock: clock.name };
  const request = openRequest(notes);
  const rule = nextExtension(clock, notes);
  if (!request || !rule) return deadlineErrors.REQUEST_MISSING(params);
  if (request.changedBy === person.personId) return deadlineErrors.OWN_REQUEST(params);
  if (!rule.by.some((role) => person.roles.includes(role))) return deadlineErrors.NOT_ALLOWED({ ...params, roles: rule.by });
  return timely(clock);
}

/** Extensions are granted while the clock runs; what is over is over. */
function timely({ state, lapsedAt, name }: Clock): WorkflowError | undefined {
  if (state === 'HELD') return undefined;
  if (state !== 'RUNNING') return deadlineErrors.NOT_RUNNING({ clock: name });
  return lapsedAt === undefined ? undefined : deadlineErrors.TOO_LATE({ clock: name });
}
