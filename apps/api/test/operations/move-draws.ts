import { isWorkflowError, type TaskView, type Tx } from '@fashen/plugin-api';
import { type Draw, REASON } from './draw';
import { PLACES } from './drawings';
import type { Asked } from './room';
import { reworkPlugin } from '@fashen/plugins/rework/server';
import { isAt, isFreeVisit, isOpen, isOwnWork, type Scene } from './scene';

/** What a case says about its returns. */
interface Returns {
  readonly returns: readonly {
    readonly targetTaskId?: string;
    readonly isOpen: boolean;
    readonly defects: readonly { readonly id: string }[];
  }[];
}

/** Reads as somebody who sees every case. */
async function seen<T>({ room }: Scene, work: (tx: Tx) => Promise<T>, who = 'yin'): Promise<T> {
  return room.app.units.read(await room.as(who), work);
}

const giveBack =
  (mode: 'STEPWISE' | 'DIRECT') =>
  async (scene: Scene): Promise<Asked | undefined> => {
    const { room, chance } = scene;
    const task = scene.task(isOwnWork);
    if (!task) return undefined;
    const who = scene.holder(task);
    const target = scene.isWild ? chance.find(scene.tasks) : await offeredTarget(scene, task, who);
    if (!target) return undefined;
    const { instanceId, executionId } = target;
    const scope = chance.once(3) ? ('ALL' as const) : ('BRANCH_ONLY' as const);
    const defects = chance.once(2) ? [{ what: '缺少现场笔录' }] : [];
    return room.unit(who, (tx) => room.desk.giveBack(tx, task.id, { instanceId, executionId, scope, mode, defects, ...REASON }));
  };

async function offeredTarget(
  scene: Scene,
  { id }: TaskView,
  who: string,
): Promise<{ instanceId: string; executionId: string } | undefined> {
  const reply = await found(seen(scene, (tx) => scene.room.desk.targets(tx, id), who));
  return scene.chance.find((reply?.targets ?? []).filter(({ isOffered }) => isOffered));
}

/** Nothing where the case refuses to say: one that is suspended or has ended offers nothing. */
function found<T>(reading: Promise<T>): Promise<T | undefined> {
  return reading.catch((error: unknown) => {
    if (isWorkflowError(error)) return undefined;
    throw error;
  });
}

/** Answers what was found wrong and ends the step that was returned to. */
async function resubmit(scene: Scene): Promise<Asked | undefined> {
  const { room, chance } = scene;
  const service = room.part<{ ofCase(tx: Tx, id: string): Promise<Returns> }>(reworkPlugin, 'CaseReworkService');
  const open = await Promise.all(
    [...new Set(scene.tasks.map(({ instanceId }) => instanceId))].map((id) => seen(scene, (tx) => service.ofCase(tx, id))),
  );
  const returned = open.flatMap(({ returns }) => returns.filter((one) => one.isOpen && one.targetTaskId !== undefined));
  const made = chance.find(returned);
  const task = scene.isWild ? chance.find(scene.tasks) : scene.tasks.find((one) => one.id === made?.targetTaskId && isFreeVisit(one));
  if (!task) return undefined;
  const answers = (made?.defects ?? []).map(({ id }) => ({ defectId: id, isFixed: true, text: '已补正' }));
  const mode = chance.pick(['STEPWISE', 'DIRECT'] as const);
  return room.unit(scene.holder(task), (tx) => room.desk.resubmit(tx, task.id, { answers, mode, output: {} }));
}

function reject(scene: Scene): Asked | undefined {
  const task = scene.task((one) => isFreeVisit(one) && isAt(PLACES.rejecting, one));
  return task && scene.room.unit(scene.holder(task), (tx) => scene.room.desk.reject(tx, task.id, REASON));
}

function withdraw({ room, top, tasks, chance, isWild }: Scene): Asked | undefined {
  const isDecided = tasks.some(({ state }) => state === 'DONE');
  if (isDecided && !isWild) return undefined;
  if (!isDecided && !chance.once(2)) return undefined;
  return room.unit(top.startedBy, (tx) => room.desk.withdraw(tx, top.id, REASON));
}

/** The last step that was done and still counts: what came of it is untouched, with luck. */
async function takeBack(scene: Scene): Promise<Asked | undefined> {
  const instanceId = scene.chance.find(scene.tasks)?.instanceId ?? scene.top.id;
  const visits = (await found(seen(scene, (tx) => scene.room.app.moves.visits(tx, instanceId)))) ?? [];
  const last = visits
    .filter(({ endedBy }) => endedBy !== undefined)
    .sort((one, other) => (one.endedBy ?? 0) - (other.endedBy ?? 0))
    .at(-1);
  const done = (one: TaskView): boolean =>
    one.instanceId === instanceId && one.kind === 'VISIT' && one.state === 'DONE' && one.executionId === last?.executionId;
  const task = scene.task(done);
  return task && scene.room.unit(scene.holder(task), (tx) => scene.room.desk.takeBack(tx, task.id, REASON));
}

function jump(scene: Scene): Asked | undefined {
  const { room, chance } = scene;
  const task = scene.task((one) => one.kind === 'VISIT' && isOpen(one));
  const places = PLACES.all.filter((place) => place.startsWith(`${task?.definitionKey}.`) && !place.endsWith(`.${task?.nodeId}`));
  const nodeId = chance.find(places)?.split('.')[1];
  const who = scene.person();
  if (!task || nodeId === undefined) return undefined;
  return room.unit(who, (tx) => room.desk.jump(tx, task.instanceId, { executionId: task.executionId, nodeId, ...REASON }));
}

/** The case goes on in the other version of its process. */
function migrate(scene: Scene): Asked | undefined {
  const { room, chance, top } = scene;
  const instance = scene.isWild ? chance.find(scene.tasks)?.instanceId : top.id;
  const other = (room.versions.get(top.definitionKey) ?? []).find(({ id }) => id !== top.definitionId);
  if (!other || instance === undefined) return undefined;
  const move = { instanceId: instance, definitionId: other.id, nodes: {}, ...REASON };
  return room.unit('yin', (tx) => room.app.moves.migrate(tx, move));
}

/** What leads a case elsewhere than its drawing would. */
export const moveDraws: readonly Draw[] = [
  { name: 'returnStepwise', weight: 5, draw: giveBack('STEPWISE') },
  { name: 'returnDirect', weight: 5, draw: giveBack('DIRECT') },
  { name: 'resubmit', weight: 9, draw: resubmit },
  { name: 'reject', weight: 2, draw: reject },
  { name: 'withdraw', weight: 2, draw: withdraw },
  { name: 'takeBack', weight: 6, draw: takeBack },
  { name: 'jump', weight: 4, draw: jump },
  { name: 'migrate', weight: 3, draw: migrate },
];
