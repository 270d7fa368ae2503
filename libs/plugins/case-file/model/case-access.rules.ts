import { type Actor, type InstanceView, isCovered, principalsOf, type TaskView } from '@fashen/plugin-api';

/** What ties people to one case. */
export interface CaseRelation {
  readonly startedBy: string;
  /** Unit of the starter. */
  readonly unitId?: string;
  /** Everybody who holds, held last, or ended a task of the case. Those who held one before them are kept by the engine: `Tasks.heldBefore`. */
  readonly performers: readonly string[];
  /** Principals to whom a task stands open that nobody holds. */
  readonly openTo: readonly string[];
  /** Open tasks that somebody holds. */
  readonly held: readonly Pick<TaskView, 'assigneeId' | 'definitionKey' | 'nodeId'>[];
}

/** One reason to see a case. */
interface Reason {
  readonly id: 'starter' | 'performer' | 'candidate' | 'deputy' | 'own-unit' | 'all';
  readonly holds: (actor: Actor, relation: CaseRelation) => boolean;
}

/** Who takes part in a case. */
const PART: readonly Reason[] = [
  { id: 'starter', holds: (actor, relation) => relation.startedBy === actor.personId },
  { id: 'performer', holds: (actor, relation) => relation.performers.includes(actor.personId) },
  { id: 'candidate', holds: (actor, relation) => principalsOf(actor).some((principal) => relation.openTo.includes(principal)) },
  {
    id: 'deputy',
    holds: ({ onBehalfOf }, { held }) =>
      onBehalfOf !== undefined && held.some((task) => task.assigneeId === onBehalfOf.personId && isCovered(onBehalfOf.scope, task)),
  },
];

/** Who sees a case: those who take part, and those whose office it is. The list of cases answers by the same table. */
const SIGHT: readonly Reason[] = [
  ...PART,
  {
    id: 'own-unit',
    holds: (actor, { unitId }) => unitId !== undefined && unitId === actor.unitId && actor.permissions.includes('case.readUnit'),
  },
  { id: 'all', holds: (actor) => actor.permissions.includes('case.readAll') },
];

/** True when the person may read the case. More relations never take sight away. */
export function mayRead(actor: Actor, relation: CaseRelation): boolean {
  return SIGHT.some((reason) => reason.holds(actor, relation));
}

/** True when the person takes part in the case and may therefore send it messages. */
export function takesPart(actor: Actor, relation: CaseRelation): boolean {
  return PART.some((reason) => reason.holds(actor, relation));
}

/** Reads the relations of a case from its head and its tasks. Without tasks: what the head alone says. */
export function relationOf(instance: Pick<InstanceView, 'startedBy' | 'unitId'>, tasks: readonly TaskView[] = []): CaseRelation {
  return {
    startedBy: instance.startedBy,
    unitId: instance.unitId,
    performers: tasks.flatMap((task) => [task.assigneeId, task.endedBy]).filter((id) => id !== undefined),
    openTo: tasks.filter((task) => task.state === 'READY').flatMap((task) => task.candidates),
    held: tasks.filter((task) => task.state === 'ASSIGNED'),
  };
}
