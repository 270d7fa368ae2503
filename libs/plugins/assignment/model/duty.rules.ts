import type { Person, ProcessModel, TaskView, WorkflowError } from '@fashen/plugin-api';
import { assignmentErrors } from './assignment.errors';
import { ASSIGNMENT, assignmentRule, type AssignmentRule, type Duty } from './assignment.schema';
import { holdsCertificate } from './certificate.rules';
import { DUTY_TABLE, OFFICER_TABLE, QUALIFICATION_TABLE } from './duty-table';

/** Who did, or holds, one step of a case. The officers named in the case data have no step. */
export interface Performance {
  readonly personId: string;
  readonly duty: Duty;
  readonly nodeId?: string;
  readonly nodeName?: string;
  /** Milliseconds since the epoch; absent while the step is open. */
  readonly endedAt?: number;
}

/** A step somebody is about to take or to end. */
export interface StepToTake {
  readonly nodeId: string;
  readonly nodeName: string;
  readonly rule: AssignmentRule;
  /** When the step began, milliseconds since the epoch. */
  readonly createdAt: number;
  /** Who started the case; known when the rule asks for it. */
  readonly starterId?: string;
}

/**
 * What every person has done in the case so far: ended steps and steps held now, besides the task itself; and both officers.
 * A step held but not ended counts, so that nobody prepares two sides of one case at once.
 */
export function performancesOf(
  tasks: readonly TaskView[],
  model: ProcessModel | undefined,
  officerIds: readonly string[],
): readonly Performance[] {
  const officers = officerIds.map((personId): Performance => ({ personId, duty: 'investigate' }));
  return [...officers, ...tasks.flatMap((task) => performanceOf(task, model))];
}

/** Why this person must not take or end this step; undefined when nothing stands against it. */
export function refusalOf(person: Person, step: StepToTake, history: readonly Performance[], day: string): WorkflowError | undefined {
  const own = history.filter((performance) => performance.personId === person.id);
  return (
    startedIt(person, step) ??
    excluded(person, step, own) ??
    samePerson(person, step, history) ??
    dutyConflict(person, step, history) ??
    unqualified(person, step, day) ??
    withoutRole(person, step)
  );
}

/** The duty this person had in the case that must stay apart from the duty of this step; undefined when there is none. */
export function dutyConflict(person: Person, step: StepToTake, history: readonly Performance[]): WorkflowError | undefined {
  for (const row of DUTY_TABLE) {
    if (!row.taking.includes(step.rule.duty)) continue;
    const earlier = history.find((performance) => performance.personId === person.id && row.after.includes(performance.duty));
    if (earlier) return assignmentErrors[row.error]({ ...paramsOf(person, step, earlier), rule: row.id, source: row.source });
  }
  return undefined;
}

/** True when the rule needs to know the history or the papers of a person. Plain steps cost no query. */
export function needsHistory(rule: AssignmentRule): boolean {
  return rule.duty !== 'none' || rule.exclude.length > 0 || rule.samePersonPolicy === 'exclude' || rule.starterPolicy !== 'allow';
}

/** Certificate the two officers must hold when a step with this duty ends; undefined when it needs none. */
export function officerCertificateFor(duty: Duty): 'enforcement' | undefined {
  return OFFICER_TABLE.find((row) => includes(row.ending, duty))?.certificate;
}

/** What is wrong with the two officers on the day of their act; undefined when they are two and both certified. */
export function officersRefusal(officers: readonly Person[], day: string): WorkflowError | undefined {
  if (new Set(officers.map((officer) => officer.id)).size < 2) return assignmentErrors.LESS_THAN_TWO_OFFICERS({ date: day });
  const invalid = officers.find((officer) => !holdsCertificate(officer, ['enforcement'], day));
  return invalid && assignmentErrors.OFFICER_INVALID({ personId: invalid.id, person: invalid.name, date: day });
}

function performanceOf(task: TaskView, model: ProcessModel | undefined): readonly Performance[] {
  // Rework is done for a step by those who worked before it; it is no part of the step.
  if (task.kind === 'REWORK') return [];
  const personId = task.state === 'DONE' ? task.endedBy : task.state === 'ASSIGNED' ? task.assigneeId : undefined;
  if (personId === undefined) return [];
  const { nodeId, nodeName } = task;
  return [{ personId, nodeId, nodeName, duty: dutyOf(model, nodeId), ...(task.endedAt && { endedAt: task.endedAt.getTime() }) }];
}

function dutyOf(model: ProcessModel | undefined, nodeId: string): Duty {
  const extension = model?.elements.get(nodeId)?.extensions[ASSIGNMENT];
  return extension ? assignmentRule.parse(extension).duty : 'none';
}

/** A duty that belongs to a role, post or unit stays there, whoever hands the task on. Other units of the same role may help out. */
function withoutRole(person: Person, step: StepToTake): WorkflowError | undefined {
  const { duty, kind, value } = step.rule;
  const held = { role: person.roles, post: person.posts, unit: [person.unitId] };
  if (duty === 'none' || !(kind === 'role' || kind === 'post' || kind === 'unit')) return undefined;
  return value.some((id) => held[kind].includes(id)) ? undefined : assignmentErrors.ROLE_MISSING(paramsOf(person, step));
}

/** Where the starter must not approve, a superior does, or nobody has to. */
function startedIt(person: Person, step: StepToTake): WorkflowError | undefined {
  if (step.rule.starterPolicy === 'allow' || person.id !== step.starterId) return undefined;
  return assignmentErrors.STARTER_EXCLUDED(paramsOf(person, step));
}

function excluded(person: Person, step: StepToTake, own: readonly Performance[]): WorkflowError | undefined {
  const earlier = own.find((performance) => performance.nodeId !== undefined && step.rule.exclude.includes(performance.nodeId));
  return earlier && assignmentErrors.PERFORMER_EXCLUDED(paramsOf(person, step, earlier));
}

function samePerson(person: Person, step: StepToTake, history: readonly Performance[]): WorkflowError | undefined {
  if (step.rule.samePersonPolicy !== 'exclude') return undefined;
  const last = stepBefore(step, history);
  return last?.personId === person.id ? assignmentErrors.SAME_PERSON(paramsOf(person, step, last)) : undefined;
}

/** The step that ended last before this one began; of several in the same moment, the last one told. */
function stepBefore(step: StepToTake, history: readonly Performance[]): Performance | undefined {
  return history.reduce<Performance | undefined>((last, performance) => {
    if (performance.endedAt === undefined || performance.endedAt > step.createdAt) return last;
    return last?.endedAt !== undefined && last.endedAt > performance.endedAt ? last : performance;
  }, undefined);
}

function unqualified(person: Person, step: StepToTake, day: string): WorkflowError | undefined {
  const missing = QUALIFICATION_TABLE.find((row) => includes(row.taking, step.rule.duty) && !holdsCertificate(person, row.anyOf, day));
  return missing && assignmentErrors[missing.error]({ ...paramsOf(person, step), rule: missing.id, source: missing.source });
}

function paramsOf(person: Person, step: StepToTake, earlier?: Performance): { [key: string]: string } {
  const base = { personId: person.id, person: person.name, nodeId: step.nodeId, step: step.nodeName };
  return earlier?.nodeName === undefined ? base : { ...base, earlierStep: earlier.nodeName };
}

function includes(list: readonly string[], value: string): boolean {
  return list.includes(value);
}
