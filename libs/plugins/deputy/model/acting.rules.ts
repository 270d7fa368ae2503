import type { TaskView } from '@fashen/plugin-api';

/** What is known when a deputy ends a task of the principal. */
export interface ActFacts {
  readonly deputyId: string;
  readonly principalId: string;
  readonly principalUnitId?: string;
  readonly startedBy: string;
  /** The deputy stands in for the starter of the case too. */
  readonly isStartersDeputy: boolean;
  /** What the step means for duties apart: `investigate`, `review`, ..., `none`. */
  readonly duty: string;
  readonly task: TaskView;
  /** All tasks of the same visit. */
  readonly visit: readonly TaskView[];
  /** Units of the principals for whom the deputy has acted in this case before. */
  readonly earlierUnitIds: readonly string[];
}

/** Why a deputy must not do it, by name of the error. */
export type ActRefusal = 'STARTERS_DEPUTY' | 'ONE_PERSON_ONE_SEAT' | 'TWO_POSTS';

/** The first thing that stands against the act of a deputy. Duties apart are judged elsewhere, by the deputy's own past in the case. */
export function actRefusal(facts: ActFacts): ActRefusal | undefined {
  if (facts.isStartersDeputy && judgesStarter(facts)) return 'STARTERS_DEPUTY';
  if (holdsAnotherSeat(facts)) return 'ONE_PERSON_ONE_SEAT';
  const { principalUnitId, earlierUnitIds } = facts;
  return earlierUnitIds.some((unitId) => unitId !== principalUnitId) ? 'TWO_POSTS' : undefined;
}

/** The starter's own work may be done for him; whatever judges it may not be done by who stands in for him. */
function judgesStarter({ duty, principalId, startedBy }: ActFacts): boolean {
  if (duty === 'investigate') return false;
  return duty !== 'none' || principalId !== startedBy;
}

/** A visit of several signers is nobody's: whoever votes last has ended it, without another seat in it. */
function holdsAnotherSeat({ deputyId, task, visit }: ActFacts): boolean {
  return visit.some(({ id, kind, state, assigneeId, endedBy }) => {
    const isWhole = kind === 'VISIT' && task.kind === 'SEAT';
    if (id === task.id || isWhole || state === 'CANCELLED') return false;
    return state === 'DONE' ? endedBy === deputyId : assigneeId === deputyId;
  });
}
