import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { caseControlPlugin } from '@fashen/plugins/case-control/server';
import { opinionPlugin } from '@fashen/plugins/opinion/server';
import { type Draw, OPINION } from './draw';
import { PLACES } from './drawings';
import type { Asked } from './room';
import { isAt, isFree, isFreeVisit, type Scene } from './scene';

/** A service whose methods take the transaction, as these operations do. */
type Service<K extends string> = Readonly<Record<K, (...args: readonly unknown[]) => Promise<unknown>>>;

function claim(scene: Scene): Asked | undefined {
  const task = scene.task(({ state, candidates }) => state === 'READY' && candidates.length > 0);
  const service = scene.room.part<Service<'claim'>>(assignmentPlugin, 'ClaimService');
  return task && scene.room.unit(scene.holder(task), (tx) => service.claim(tx, task.id));
}

function release(scene: Scene): Asked | undefined {
  const task = scene.task(({ state, candidates }) => state === 'ASSIGNED' && candidates.length > 0);
  const service = scene.room.part<Service<'release'>>(assignmentPlugin, 'ClaimService');
  return task && scene.room.unit(scene.holder(task), (tx) => service.release(tx, task.id));
}

function submit(scene: Scene): Asked | undefined {
  const task = scene.task(isFreeVisit);
  return task && scene.room.unit(scene.holder(task), (tx) => scene.room.app.tasks.complete(tx, task.id, { output: {} }));
}

/** A deputy ends a task of the principal's. */
function submitForOther(scene: Scene): Asked | undefined {
  const { room } = scene;
  const task = scene.task((one) => isFreeVisit(one) && room.deputyOf(one.assigneeId ?? '') !== undefined);
  const principal = task?.assigneeId;
  const who = principal && room.deputyOf(principal);
  if (!task || !who) return undefined;
  return { ...room.unit(who, (tx) => room.app.tasks.complete(tx, task.id, { output: {} })), principal };
}

/** Sees the task and ends it as one of a batch. */
function batch(scene: Scene): Asked | undefined {
  const task = scene.task((one) => isFreeVisit(one) && isAt(PLACES.batch, one));
  const service = scene.room.part<Service<'submit'>>(caseControlPlugin, 'BatchService');
  const seen = scene.room.part<Service<'see'>>(caseControlPlugin, 'SeenService');
  if (!task) return undefined;
  return scene.room.unit(scene.holder(task), async (tx) => {
    await seen.see(tx, task.id);
    await service.submit(tx, { batchId: 'batch', taskId: task.id, opinion: OPINION });
  });
}

/** Saves what the holder has written so far, for steps that ask for an opinion most of all. */
function draft(scene: Scene): Asked | undefined {
  const task = scene.task((one) => one.state === 'ASSIGNED' && isFree(one));
  const service = scene.room.part<Service<'save'>>(opinionPlugin, 'DraftService');
  const keepVersion = scene.chance.once(2);
  if (!task) return undefined;
  const body = { baseVersion: task.rowVersion, opinion: { text: OPINION, clauses: ['行政处罚法 第五十八条'] }, keepVersion };
  return scene.room.unit(scene.holder(task), (tx) => service.save(tx, task.id, body));
}

/** Writes the opinion a step asks for, and ends it with that. */
function submitOpinion(scene: Scene): Asked | undefined {
  const { room } = scene;
  const task = scene.task((one) => isFreeVisit(one) && one.state === 'ASSIGNED' && isAt(PLACES.opinion, one));
  const service = room.part<Service<'save'>>(opinionPlugin, 'DraftService');
  if (!task) return undefined;
  return room.unit(scene.holder(task), async (tx) => {
    await service.save(tx, task.id, { baseVersion: task.rowVersion, opinion: { text: OPINION, clauses: [] }, keepVersion: false });
    await room.app.tasks.complete(tx, task.id, { output: {} });
  });
}

async function correctOpinion(scene: Scene): Promise<Asked | undefined> {
  const service = scene.room.part<Service<'list'>>(opinionPlugin, 'OpinionService');
  const corrections = scene.room.part<Service<'correct'>>(opinionPlugin, 'CorrectionService');
  const context = await scene.room.as('yin');
  const list = await scene.room.app.units.read(context, (tx) => service.list(tx, scene.top.id));
  const opinion = scene.chance.find(list as readonly { id: string; personId: string }[]);
  const body = { text: '更正：适用条款', clauses: [], reason: '笔误' };
  return opinion && scene.room.unit(opinion.personId, (tx) => corrections.correct(tx, opinion.id, body));
}

/** What holders of tasks do with them. */
export const taskDraws: readonly Draw[] = [
  { name: 'claim', weight: 5, draw: claim },
  { name: 'release', weight: 5, draw: release },
  { name: 'submit', weight: 8, draw: submit },
  { name: 'submitForOther', weight: 4, draw: submitForOther },
  { name: 'batch', weight: 3, draw: batch },
  { name: 'draft', weight: 3, draw: draft },
  { name: 'submitOpinion', weight: 5, draw: submitOpinion },
  { name: 'correctOpinion', weight: 8, draw: correctOpinion },
];
