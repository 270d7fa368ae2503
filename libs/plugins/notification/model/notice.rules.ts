import type { Json, WorkflowEvent } from '@fashen/plugin-api';
import type { NoticeKind } from './notice-kinds';
import { type Audience, NOTICE_TABLE, type NoticeRow } from './notice-table';

/** What is known about the task and the case of an event. */
export interface NoticeFacts {
  readonly actorId: string;
  readonly holderId?: string;
  readonly candidates: readonly string[];
  readonly starterId?: string;
}

/** One kind of notice for several principals (`person:li`, `role:legal-reviewer@legal`). */
export interface PlannedNotice {
  readonly kind: NoticeKind;
  readonly to: readonly string[];
}

/** What is told about an event, and to whom. Kinds that reach nobody are left out. */
export function noticesOf(event: WorkflowEvent, facts: NoticeFacts, table: readonly NoticeRow[] = NOTICE_TABLE): readonly PlannedNotice[] {
  const own = personOf(facts.actorId);
  return table
    .filter((row) => row.event === event.name)
    .map(({ kind, audience }) => ({ kind, to: AUDIENCES[audience](event, facts).filter((principal) => principal !== own) }))
    .filter(({ to }) => to.length > 0);
}

const personOf = (personId: string): string => `person:${personId}`;
const peopleOf = (personId: Json | undefined): readonly string[] => (typeof personId === 'string' ? [personOf(personId)] : []);

function namedBy({ payload }: WorkflowEvent): readonly string[] {
  const { personId, recipientId, personIds, recipientIds } = payload;
  return [personId, recipientId, ...listOf(personIds), ...listOf(recipientIds)].flatMap(peopleOf);
}

const taskPeople = ({ holderId, candidates }: NoticeFacts): readonly string[] => (holderId ? [personOf(holderId)] : candidates);

const AUDIENCES: Readonly<Record<Audience, (event: WorkflowEvent, facts: NoticeFacts) => readonly string[]>> = {
  holder: (_event, { holderId }) => peopleOf(holderId),
  formerHolder: (event, { holderId }) => peopleOf(formerHolderOf(event)).filter((person) => person !== personOf(holderId ?? '')),
  candidates: (_event, { holderId, candidates }) => (holderId ? [] : candidates),
  taskPeople: (_event, facts) => taskPeople(facts),
  named: namedBy,
  concerned: (event, facts) => {
    const named = namedBy(event);
    return named.length > 0 ? named : taskPeople(facts);
  },
  asked: ({ payload }) => listOf(payload['askedOf']).filter((one) => typeof one === 'string'),
  asker: ({ payload }) => peopleOf(payload['askedBy']),
  starter: (_event, { starterId }) => peopleOf(starterId),
};

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** Who held the task before the event, as the event tells it. */
export function formerHolderOf({ before }: WorkflowEvent): string | undefined {
  if (typeof before !== 'object' || before === null || !('assigneeId' in before)) return undefined;
  return typeof before.assigneeId === 'string' ? before.assigneeId : undefined;
}
