import type { CourseSurvey, TaskView } from '@fashen/plugin-api';
import type { ReturnSettings } from './settings.rules';

/** Why an act cannot be taken back. */
export type TakingBackReason = 'TAKING_BACK_FORBIDDEN' | 'NOT_THE_LAST' | 'SUCCESSOR_DECIDED' | 'SUCCESSOR_OPENED' | 'EFFECT_SENT';

/** What stands against taking an act back, and whose doing it is. */
export interface TakingBackRefusal {
  readonly reason: TakingBackReason;
  readonly nodeName?: string;
  readonly personId?: string;
  readonly at?: Date;
}

/** Somebody has looked at a task. */
export interface Opening {
  readonly taskId: string;
  readonly personId: string;
  readonly at: Date;
}

/** What the answer is found from. */
export interface TakingBackQuestion {
  readonly task: TaskView;
  readonly survey: CourseSurvey;
  readonly tasks: readonly TaskView[];
  readonly openings: readonly Opening[];
  readonly settings: Pick<ReturnSettings, 'takeBack' | 'isStatutory'>;
}

/** Marks that say that a holder has asked others or has decided in part. */
const TOUCHED: readonly string[] = ['delegated', 'blocked', 'waiting-after'];
/** Evaluations leave nothing behind outside the case. */
const WITHOUT_EFFECT: readonly string[] = ['bpmn:BusinessRuleTask', 'bpmn:ScriptTask'];

/** What stands against taking back the end of this task; undefined when nothing does. Everything it led to must be untouched. */
export function takingBackRefusal(question: TakingBackQuestion): TakingBackRefusal | undefined {
  const { task, survey, settings } = question;
  if (settings.isStatutory || settings.takeBack === 'NEVER') return { reason: 'TAKING_BACK_FORBIDDEN', nodeName: task.nodeName };
  const own = survey.visits.find(({ executionId }) => executionId === task.executionId);
  const preview = survey.undoing.get(task.executionId);
  if (own?.endedBy === undefined || !preview) return { reason: 'NOT_THE_LAST' };
  const later = new Set(preview.undone.filter((id) => id !== task.executionId));
  const lost = new Set(preview.closed.map(({ executionId }) => executionId));
  return effectOf(survey, later) ?? decided(question, later) ?? strayed(survey, lost, own.endedBy) ?? touched(question, lost);
}

function effectOf({ visits }: CourseSurvey, later: ReadonlySet<string>): TakingBackRefusal | undefined {
  const effect = visits.find(
    ({ executionId, nodeType }) => later.has(executionId) && nodeType !== 'bpmn:UserTask' && !WITHOUT_EFFECT.includes(nodeType),
  );
  return effect && { reason: 'EFFECT_SENT', nodeName: effect.nodeName || effect.nodeId };
}

function decided({ tasks, survey }: TakingBackQuestion, later: ReadonlySet<string>): TakingBackRefusal | undefined {
  const task = tasks.find(({ executionId, kind, state }) => later.has(executionId) && kind === 'VISIT' && state === 'DONE');
  if (task) return refusal('SUCCESSOR_DECIDED', task, task.endedBy, task.endedAt);
  const visit = survey.visits.find(({ executionId, nodeType }) => later.has(executionId) && nodeType === 'bpmn:UserTask');
  return visit && { reason: 'NOT_THE_LAST', nodeName: visit.nodeName };
}

/** Something waits that came of a later act, such as a timer that fired; or a called case has begun. */
function strayed({ visits }: CourseSurvey, lost: ReadonlySet<string>, act: number): TakingBackRefusal | undefined {
  const stray = visits.find(
    ({ executionId, openedBy, nodeType }) => lost.has(executionId) && (openedBy !== act || nodeType === 'bpmn:CallActivity'),
  );
  return stray && { reason: 'EFFECT_SENT', nodeName: stray.nodeName || stray.nodeId };
}

function touched({ task: own, tasks, openings, settings }: TakingBackQuestion, lost: ReadonlySet<string>): TakingBackRefusal | undefined {
  // A vote that was taken back is no decision any more.
  const produced = tasks.filter(({ executionId, mark }) => lost.has(executionId) && mark !== 'taken-back');
  for (const task of produced) {
    if (task.state === 'DONE') return refusal('SUCCESSOR_DECIDED', task, task.endedBy, task.endedAt);
    const isAsked = task.mark !== undefined && TOUCHED.includes(task.mark);
    if (isAsked || isClaimed(task)) return refusal('SUCCESSOR_OPENED', task, task.assigneeId, task.assignedAt);
    const opening = openings.find(({ taskId, personId }) => taskId === task.id && personId !== own.endedBy);
    if (opening && settings.takeBack === 'UNTIL_OPENED') return refusal('SUCCESSOR_OPENED', task, opening.personId, opening.at);
  }
  return undefined;
}

const isClaimed = ({ assigneeId, candidates }: TaskView): boolean => assigneeId !== undefined && candidates.length > 0;

function refusal(reason: TakingBackReason, { nodeName }: TaskView, personId?: string, at?: Date): TakingBackRefusal {
  return { reason, nodeName, ...(personId !== undefined && { personId }), ...(at && { at }) };
}
