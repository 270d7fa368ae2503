import type { JsonObject } from '@fashen/plugin-api';
import { deskAt, first, onTask, OPINION, REASON, type Recipe, type Recipes, seatAt, waitsAt } from './desk';
import { WORDS } from './drawings';
import type { Stage } from './stage';

/** Somebody signs, or does something else at the own seat. */
const atSeat =
  (name: string, body: JsonObject = OPINION, who = 'bing'): Recipe =>
  async (stage) =>
    onTask(await seatAt(stage), name, who, body);

const delegated = async (stage: Stage): Promise<{ seat: { readonly id: string }; caseId: string }> => {
  const caseId = await deskAt(stage, 'Sign');
  const seat = await stage.task(caseId, 'Sign', 'bing');
  await first(stage, onTask(seat, 'delegation', 'bing', { personId: 'ji', ...REASON }));
  return { seat, caseId };
};

/** Votes, and what signers ask of others. */
export const signRecipes: Recipes = {
  'POST /tasks/:taskId/agreement': atSeat('agreement'),
  'POST /tasks/:taskId/objection': atSeat('objection'),
  'POST /tasks/:taskId/abstention': atSeat('abstention'),
  'POST /tasks/:taskId/transfer': atSeat('transfer', { personId: 'ji', ...REASON }),
  'POST /tasks/:taskId/delegation': atSeat('delegation', { personId: 'ji', ...REASON }),
  'POST /tasks/:taskId/seat-rework': atSeat('seat-rework', { personId: 'xin', ...REASON }),
  'POST /tasks/:taskId/added-signers': atSeat('added-signers', { position: 'after', personIds: ['ji', 'wu'], ...OPINION, ...REASON }),
  'POST /tasks/:taskId/removed-signer': async (stage) => {
    const seat = await seatAt(stage, 'zi');
    return onTask(seat, 'removed-signer', 'yin', { seatId: seat.id, ...REASON });
  },
  'POST /tasks/:taskId/vote-withdrawal': async (stage) => {
    const seat = await seatAt(stage);
    await first(stage, onTask(seat, 'agreement', 'bing', OPINION));
    return onTask(seat, 'vote-withdrawal', 'bing', REASON);
  },
  'POST /tasks/:taskId/advice': async (stage) => {
    const { caseId } = await delegated(stage);
    return onTask(await stage.task(caseId, 'Sign', 'ji'), 'advice', 'ji', OPINION);
  },
  'POST /tasks/:taskId/delegation-revocation': async (stage) =>
    onTask((await delegated(stage)).seat, 'delegation-revocation', 'bing', REASON),
};

const claimed = async (stage: Stage): Promise<{ readonly id: string }> => {
  const task = await stage.task(await deskAt(stage, 'A'), 'A');
  await first(stage, onTask(task, 'claim', 'jia'));
  return task;
};

/** Case that waits at its second step, and a return from there to the first. */
const returning = async (stage: Stage): Promise<{ caseId: string; taskId: string; target: JsonObject }> => {
  const caseId = await deskAt(stage, 'B');
  const { id: taskId } = await stage.task(caseId, 'B');
  const { targets } = (await stage.get('xin', `/tasks/${taskId}/return-targets`)) as { targets: readonly JsonObject[] };
  const { instanceId, executionId } = targets.find(({ isOffered }) => isOffered) ?? {};
  return { caseId, taskId, target: { instanceId, executionId, mode: 'DIRECT', ...REASON } as JsonObject };
};

/** What holders do with tasks. */
export const taskRecipes: Recipes = {
  'POST /tasks/:taskId/claim': waitsAt('A', 'claim', 'jia'),
  'POST /tasks/:taskId/assignment': waitsAt('A', 'assignment', 'yin', { assigneeId: 'yi', ...REASON }),
  'POST /tasks/:taskId/opening': waitsAt('B', 'opening', 'xin'),
  'POST /tasks/:taskId/submission': waitsAt('B', 'submission', 'xin', { data: {} }),
  'POST /tasks/:taskId/rejection': waitsAt('B', 'rejection', 'xin', REASON),
  'POST /tasks/:taskId/urging': waitsAt('B', 'urging', 'jia'),
  'POST /tasks/:taskId/release': async (stage) => onTask(await claimed(stage), 'release', 'jia'),
  'POST /tasks/:taskId/seen': async (stage) => onTask(await claimed(stage), 'seen', 'jia'),
  'POST /tasks/batch-submission': async (stage) => {
    const tasks = [await claimed(stage), await claimed(stage)];
    for (const task of tasks) await first(stage, onTask(task, 'seen', 'jia'));
    return { who: 'jia', path: '/tasks/batch-submission', body: { taskIds: tasks.map(({ id }) => id) } };
  },
  'POST /tasks/:taskId/return': async (stage) => {
    const { taskId, target } = await returning(stage);
    return onTask({ id: taskId }, 'return', 'xin', target);
  },
  'POST /tasks/:taskId/resubmission': async (stage) => {
    const { caseId, taskId, target } = await returning(stage);
    await first(stage, onTask({ id: taskId }, 'return', 'xin', target));
    return onTask(await stage.task(caseId, 'A'), 'resubmission', 'jia', { answers: [], output: {} });
  },
  'POST /tasks/:taskId/taking-back': async (stage) => {
    const done = (await stage.tasks(await deskAt(stage, 'B'))).find(({ nodeId }) => nodeId === 'A');
    return onTask(done ?? { id: '' }, 'taking-back', 'jia', REASON);
  },
};

const text = { text: '事实清楚，依据充分', clauses: [] } as const;

/** A case that waits for words; mao writes them down. */
const written = async (stage: Stage): Promise<{ caseId: string; task: { readonly id: string } }> => {
  const caseId = await stage.begin(WORDS);
  const task = await stage.task(caseId, 'A');
  const { sent, answer } = await stage.send(saving(task));
  if (answer.status >= 300) throw new Error(`${sent.key} is refused: ${JSON.stringify(answer.body)}`);
  return { caseId, task };
};
const saving = ({ id }: { readonly id: string }) =>
  ({ who: 'mao', method: 'PUT', path: `/tasks/${id}/draft`, body: { baseVersion: 1, opinion: { ...text } } }) as const;

/** Opinions: written down, signed, corrected. */
export const opinionRecipes: Recipes = {
  'PUT /tasks/:taskId/draft': async (stage) => saving(await stage.task(await stage.begin(WORDS), 'A')),
  'DELETE /tasks/:taskId/draft': async (stage) => {
    const { task } = await written(stage);
    return { who: 'mao', method: 'DELETE', path: `/tasks/${task.id}/draft` };
  },
  'POST /tasks/:taskId/opinion-signature': async (stage) => {
    const { caseId } = await written(stage);
    await stage.submit(caseId, 'A', 'mao');
    const content = { op: 'complete', data: {}, opinion: { ...text } };
    return onTask(await stage.task(caseId, 'B'), 'opinion-signature', 'xin', { password: stage.password, content });
  },
  'POST /opinions/:opinionId/correction': async (stage) => {
    const { caseId } = await written(stage);
    await stage.submit(caseId, 'A', 'mao');
    const [opinion] = (await stage.get('mao', `/cases/${caseId}/opinions`)) as unknown as readonly { id: string }[];
    return { who: 'mao', path: `/opinions/${opinion?.id}/correction`, body: { ...text, text: '更正：适用条款', ...REASON } };
  },
};
