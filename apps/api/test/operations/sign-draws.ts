import type { Operated, TaskView, Tx } from '@fashen/plugin-api';
import { approvalPlugin } from '@fashen/plugins/approval/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { type Draw, OPINION, REASON } from './draw';
import { PLACES } from './drawings';
import type { Asked } from './room';
import { isAt, isFree, isOpen, isOwnWork, isSameVisit, type Scene } from './scene';

const votes = (task: TaskView): boolean =>
  isFree(task) &&
  (task.kind !== 'SEAT' || !isAt(PLACES.filled, task)) &&
  (['SEAT', 'BEFORE', 'AFTER'].includes(task.kind) || (task.state === 'ASSIGNED' && isAt(PLACES.signed, task)));

/** An operation of the signing plugin on a task. */
function sign({ room }: Scene, name: string, { who, task, body }: { who: string; task: TaskView; body: object }): Asked {
  const method = room.border(approvalPlugin, ['ApprovalController', name]);
  return { who, run: (context, mode) => method(context, task.id, mode, body) as Promise<Operated<unknown>> };
}

/** An operation of the holder of a task that fits. */
const byHolder =
  (name: string, fits: (task: TaskView) => boolean, bodyOf: (scene: Scene, task: TaskView) => object) =>
  (scene: Scene): Asked | undefined => {
    const task = scene.task(fits);
    return task && sign(scene, name, { who: scene.holder(task), task, body: bodyOf(scene, task) });
  };

const opinion = (): object => ({ opinion: OPINION });
const asking = (scene: Scene, task: TaskView): object => ({ personId: scene.stranger(task), ...REASON });

/** Somebody who has worked on the case before. */
const reworking = (scene: Scene, task: TaskView): object => {
  const before = scene.tasks.flatMap(({ endedBy, nodeId }) => (endedBy !== undefined && nodeId !== task.nodeId ? [endedBy] : []));
  return { personId: scene.isWild ? scene.person() : (scene.chance.find(before) ?? scene.top.startedBy), ...REASON };
};

const adding =
  (position: 'before' | 'after' | 'parallel') =>
  (scene: Scene, task: TaskView): object => {
    const { chance } = scene;
    const personIds = [...new Set([scene.stranger(task), ...(chance.once(3) ? [scene.stranger(task)] : [])])];
    const how = {
      order: chance.pick(['parallel', 'sequential']),
      rule: chance.pick(['all', 'any']),
      childVeto: task.kind === 'SEAT' && chance.once(4),
    };
    return { position, personIds, ...how, opinion: OPINION, weight: 1 + chance.below(2), place: chance.pick(['next', 'end']), ...REASON };
  };

function voteForOther(scene: Scene): Asked | undefined {
  const { room } = scene;
  const task = scene.task((one) => one.kind === 'SEAT' && isFree(one) && room.deputyOf(one.assigneeId ?? '') !== undefined);
  const principal = task?.assigneeId;
  const who = principal && room.deputyOf(principal);
  return task && who ? { ...sign(scene, 'agree', { who, task, body: { opinion: OPINION } }), principal } : undefined;
}

/** Somebody fills in their part of a step that each fills in. */
function fillIn(scene: Scene): Asked | undefined {
  const { room } = scene;
  const task = scene.task((one) => isOwnWork(one) && isAt(PLACES.filled, one));
  if (!task) return undefined;
  const service = room.part<{ submit(tx: Tx, taskId: string, body: object): Promise<unknown> }>(formPlugin, 'SubmissionService');
  return room.unit(scene.holder(task), (tx) => service.submit(tx, task.id, { data: { part: { text: OPINION } } }));
}

/** The administrator of signers removes an open seat. */
function removeSigner(scene: Scene): Asked | undefined {
  const seat = scene.task((one) => one.kind !== 'VISIT' && isFree(one));
  if (!seat) return undefined;
  const who = scene.isWild ? scene.person() : 'yin';
  return sign(scene, 'removeSigner', { who, task: seat, body: { seatId: seat.id, ...REASON } });
}

/** A vote that has not decided the step yet. */
const voted =
  ({ tasks }: Scene) =>
  (task: TaskView): boolean =>
    task.kind === 'SEAT' && task.state === 'DONE' && tasks.some((one) => one.kind === 'VISIT' && isSameVisit(one, task) && isOpen(one));

function takeBackVote(scene: Scene): Asked | undefined {
  return byHolder('takeBack', voted(scene), () => REASON)(scene);
}

const asked = ({ kind }: TaskView): boolean => kind === 'ADVICE' || kind === 'REWORK';
const waits = (task: TaskView): boolean => isOpen(task) && ['delegated', 'blocked'].includes(task.mark ?? '');

/** What those do who sign together, and those they ask. */
export const signDraws: readonly Draw[] = [
  { name: 'agree', weight: 7, draw: byHolder('agree', votes, opinion) },
  { name: 'object', weight: 3, draw: byHolder('object', votes, opinion) },
  { name: 'abstain', weight: 3, draw: byHolder('abstain', (task) => task.kind === 'SEAT' && votes(task), opinion) },
  { name: 'fillIn', weight: 12, draw: fillIn },
  { name: 'voteForOther', weight: 4, draw: voteForOther },
  { name: 'advise', weight: 6, draw: byHolder('advise', (task) => asked(task) && isFree(task), opinion) },
  { name: 'transfer', weight: 3, draw: byHolder('transfer', isFree, asking) },
  { name: 'delegate', weight: 3, draw: byHolder('delegate', isOwnWork, asking) },
  { name: 'rework', weight: 4, draw: byHolder('rework', (task) => task.kind === 'SEAT' && isFree(task), reworking) },
  { name: 'revoke', weight: 3, draw: byHolder('revoke', waits, () => REASON) },
  { name: 'addBefore', weight: 3, draw: byHolder('addSigners', isOwnWork, adding('before')) },
  { name: 'addAfter', weight: 5, draw: byHolder('addSigners', (task) => isOwnWork(task) && votes(task), adding('after')) },
  { name: 'addParallel', weight: 3, draw: byHolder('addSigners', (task) => isOwnWork(task) && votes(task), adding('parallel')) },
  { name: 'removeSigner', weight: 4, draw: removeSigner },
  { name: 'takeBackVote', weight: 8, draw: takeBackVote },
];
