import type { CourseSurvey, CourseVisit, MovePreview, TaskView } from '@fashen/plugin-api';

/** Why an earlier step is not offered as the target of a return. */
export type TargetReason = 'OTHER_BRANCH' | 'CROSSES_PARALLEL' | 'AUTOMATIC' | 'NOT_REACHABLE' | 'SKIPPED';

/** Somebody whose work ends by a return. */
export interface Loss {
  readonly executionId: string;
  readonly nodeId: string;
  readonly nodeName: string;
  readonly personIds: readonly string[];
  readonly candidates: readonly string[];
}

/** An earlier step of the case: where it can be returned to, or why not. */
export interface ReturnTarget {
  readonly instanceId: string;
  readonly executionId: string;
  readonly nodeId: string;
  readonly nodeName: string;
  /** 1 for the first time the step was done, as far as it still counts. */
  readonly round: number;
  readonly personId?: string;
  readonly endedAt?: Date;
  readonly isOffered: boolean;
  readonly reason?: TargetReason;
  /** Whose open work ends, the returner's own left out. */
  readonly losses: readonly Loss[];
  /** Names of steps whose results do not count any more. */
  readonly undone: readonly string[];
  /** After a join: what to reopen to have all branches done again. Absent when that is the same. */
  readonly allBranches?: readonly string[];
}

/** What the targets are found from. */
export interface TargetQuestion {
  readonly instanceId: string;
  readonly survey: CourseSurvey;
  readonly tasks: readonly TaskView[];
  /** The visit that is returned from; in a calling case the call. */
  readonly executionId: string;
  readonly allowsCrossParallel: boolean;
}

const PERSONS: readonly string[] = ['bpmn:UserTask', 'bpmn:CallActivity'];
/** They come and go with the step or scope they belong to. */
const ATTACHED: readonly string[] = ['bpmn:BoundaryEvent', 'bpmn:StartEvent'];
const LISTED: readonly string[] = [
  ...PERSONS,
  ...['bpmn:BusinessRuleTask', 'bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:ScriptTask', 'bpmn:ReceiveTask', 'bpmn:ManualTask'],
];

/** The last visit of every earlier step, the nearest first. Found from what has happened, not from the drawing. */
export function returnTargets(question: TargetQuestion): readonly ReturnTarget[] {
  const { visits } = question.survey;
  const ended = visits.filter(({ endedBy, nodeType }) => endedBy !== undefined && LISTED.includes(nodeType));
  const latest = new Map(ended.map((visit) => [visit.nodeId, visit]));
  const counting = [...latest.values()].sort((one, other) => (other.endedBy ?? 0) - (one.endedBy ?? 0));
  return [...counting.map((visit) => targetOf(question, visit, ended)), ...lostTargets(question, visits)];
}

function targetOf(question: TargetQuestion, visit: CourseVisit, ended: readonly CourseVisit[]): ReturnTarget {
  const { executionId, nodeId } = visit;
  const nodeName = visit.nodeName || nodeId;
  const preview = question.survey.undoing.get(executionId);
  const reason = reasonAgainst(question, visit, preview);
  const task = taskOf(question, executionId);
  const allBranches = reason ? undefined : allBranchesOf(question, visit);
  return {
    ...{ instanceId: question.instanceId, executionId, nodeId, nodeName },
    round: ended.filter((one) => one.nodeId === nodeId).length,
    ...(task?.endedBy !== undefined && { personId: task.endedBy }),
    ...(task?.endedAt && { endedAt: task.endedAt }),
    isOffered: reason === undefined,
    ...(reason && { reason }),
    losses: preview ? lossesOf(question, preview) : [],
    undone: undoneNames(question, preview),
    ...(allBranches && { allBranches }),
  };
}

function reasonAgainst(question: TargetQuestion, visit: CourseVisit, preview: MovePreview | undefined): TargetReason | undefined {
  if (!PERSONS.includes(visit.nodeType)) return 'AUTOMATIC';
  if (!preview) return 'NOT_REACHABLE';
  if (visit.nodeType === 'bpmn:UserTask' && taskOf(question, visit.executionId)?.state !== 'DONE') return 'SKIPPED';
  if (!ends(question, visit.executionId)) return 'OTHER_BRANCH';
  return !question.allowsCrossParallel && crosses(question, preview) ? 'CROSSES_PARALLEL' : undefined;
}

/** True when reopening the visit ends the one that is returned from: it came of it. */
function ends({ survey, executionId }: TargetQuestion, reopened: string): boolean {
  return survey.undoing.get(reopened)?.closed.some((closed) => closed.executionId === executionId) ?? false;
}

/** True when something is lost that goes on, or was done, beside the visit that is returned from. */
function crosses(question: TargetQuestion, { closed, undone }: MovePreview): boolean {
  const typeOf = typesOf(question);
  const isBeside = closed.some(({ executionId }) => executionId !== question.executionId && !ATTACHED.includes(typeOf(executionId)));
  return isBeside || undone.some((id) => PERSONS.includes(typeOf(id)) && !ends(question, id));
}

const typesOf =
  ({ survey }: TargetQuestion) =>
  (executionId: string): string =>
    survey.visits.find((visit) => visit.executionId === executionId)?.nodeType ?? 'bpmn:BoundaryEvent';

/** The first steps of all branches of the split the target lies behind, when the branches have met again since. */
function allBranchesOf(question: TargetQuestion, target: CourseVisit): readonly string[] | undefined {
  const { visits } = question.survey;
  for (let at: CourseVisit | undefined = target; at; at = cameFrom(visits, at)) {
    const here = at;
    const beside = visits.filter((one) => one.openedBy === here.openedBy && one !== here && isBranchBeside(question, one, target));
    if (beside.length > 0) return [here, ...beside].map(({ executionId }) => executionId);
  }
  return undefined;
}

function cameFrom(visits: readonly CourseVisit[], { openedBy }: CourseVisit): CourseVisit | undefined {
  return visits.find((one) => one.endedBy === openedBy && PERSONS.includes(one.nodeType));
}

function isBranchBeside(question: TargetQuestion, one: CourseVisit, target: CourseVisit): boolean {
  const undoes = (a: string, b: string): boolean => question.survey.undoing.get(a)?.undone.includes(b) ?? false;
  const areApart = !undoes(one.executionId, target.executionId) && !undoes(target.executionId, one.executionId);
  return one.endedBy !== undefined && PERSONS.includes(one.nodeType) && areApart && ends(question, one.executionId);
}

function lossesOf(question: TargetQuestion, { closed }: MovePreview): readonly Loss[] {
  const isOpen = ({ state }: TaskView): boolean => state === 'READY' || state === 'ASSIGNED';
  return closed.flatMap(({ executionId, nodeId }) => {
    const open = question.tasks.filter((task) => task.executionId === executionId && isOpen(task));
    if (executionId === question.executionId || open.length === 0) return [];
    const personIds = open.flatMap(({ assigneeId }) => assigneeId ?? []);
    return [{ executionId, nodeId, nodeName: open[0]?.nodeName ?? nodeId, personIds, candidates: open.flatMap((task) => task.candidates) }];
  });
}

function undoneNames({ survey }: TargetQuestion, preview: MovePreview | undefined): readonly string[] {
  const undone = new Set(preview?.undone);
  const steps = survey.visits.filter(({ executionId, nodeType }) => undone.has(executionId) && PERSONS.includes(nodeType));
  return [...new Set(steps.map(({ nodeName, nodeId }) => nodeName || nodeId))];
}

/** Steps that were done, but whose every visit has been taken back since. */
function lostTargets({ instanceId, tasks }: TargetQuestion, visits: readonly CourseVisit[]): readonly ReturnTarget[] {
  const known = new Set(visits.map(({ nodeId }) => nodeId));
  const lost = tasks.filter(({ kind, state, nodeId }) => kind === 'VISIT' && state === 'DONE' && !known.has(nodeId));
  return [...new Map(lost.map((task) => [task.nodeId, task])).values()].map(({ executionId, nodeId, nodeName, endedBy }) => ({
    ...{ instanceId, executionId, nodeId, nodeName, round: 1, isOffered: false, reason: 'NOT_REACHABLE', losses: [], undone: [] },
    ...(endedBy !== undefined && { personId: endedBy }),
  }));
}

function taskOf({ tasks }: TargetQuestion, executionId: string): TaskView | undefined {
  return tasks.find((task) => task.kind === 'VISIT' && task.executionId === executionId);
}
