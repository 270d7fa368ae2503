import type { JsonObject } from '@fashen/plugin-api';
import { CHECKLIST } from '@fashen/plugins/legal-review/model';
import { first, onCase, onTask, type Recipe, type Recipes } from './desk';
import { REVIEW, SERVED } from './drawings';
import type { Request, Stage } from './stage';

const opinion = (code: string): JsonObject => ({
  code,
  text: '意见',
  checklist: CHECKLIST.map((item) => ({ code: item.code, result: code === 'PASS' || item.code !== 'L06' ? 'OK' : 'BLOCK', note: '已核' })),
});
const signature = { agrees: true, comment: '' };

/** A case with its draft done, whose fine is in the catalog. */
async function drafted(stage: Stage, fine = 4_000): Promise<string> {
  const caseId = await stage.begin(REVIEW, { officers: { lead: 'jia', co: 'yi' }, party: { name: '测试人一', type: 'CITIZEN' } });
  await stage.submit(caseId, 'draft', 'jia', { draft: { kinds: ['FINE'], fine } });
  return caseId;
}

async function claimed(stage: Stage, caseId: string, nodeId: string, who: string): Promise<{ readonly id: string }> {
  const task = await stage.task(caseId, nodeId);
  if (task.state === 'READY') await first(stage, onTask(task, 'claim', who));
  return task;
}

const opine = async (stage: Stage, caseId: string, code: string): Promise<Request> =>
  onTask(await claimed(stage, caseId, 'review', 'bing'), 'opinion', 'bing', opinion(code));

const sign = async (stage: Stage, caseId: string): Promise<Request> =>
  onTask(await claimed(stage, caseId, 'sign', 'ding'), 'signature', 'ding', signature);

const reviewed =
  (code: string, then: (stage: Stage, caseId: string) => Promise<Request>): Recipe =>
  async (stage) => {
    const caseId = await drafted(stage);
    await first(stage, await opine(stage, caseId, code));
    return then(stage, caseId);
  };

/** What the legal section and the deciding head say. */
export const reviewRecipes: Recipes = {
  'POST /tasks/:taskId/opinion': async (stage) => opine(stage, await drafted(stage), 'PASS'),
  'POST /tasks/:taskId/signature': reviewed('PASS', sign),
  'POST /tasks/:taskId/dispute': reviewed('ADJUST_DISCRETION', async (stage, caseId) => {
    await first(stage, await sign(stage, caseId));
    return onTask(await claimed(stage, caseId, 'answer', 'jia'), 'dispute', 'jia', { reason: '裁量有据' });
  }),
  'POST /tasks/:taskId/decision': async (stage) => {
    const caseId = await drafted(stage, 2_000);
    const notice = {
      served: true,
      servedOn: '2026-09-22',
      windowEndsOn: '2026-09-22',
      fine: 2_000,
      kinds: ['FINE'],
      hearingRightTold: true,
    };
    await stage.submit(caseId, 'notice', 'jia', { notice, statement: { kind: 'WAIVER', receivedOn: '2026-09-22' } });
    return onTask(await claimed(stage, caseId, 'decide', 'ji'), 'decision', 'ji', { approved: true, comment: '同意' });
  },
};

const DAY = '2026-09-22';
const filing = { kind: 'SUIT', filedOn: DAY };
const outcome = { outcome: 'REVOKED', receivedOn: DAY, note: '程序违法' };

/** A case whose decision was served and published, after so many acts about the dispute. */
async function disputed(stage: Stage, acts: number): Promise<{ caseId: string; remedyId: string }> {
  const caseId = await stage.begin(SERVED);
  await stage.submit(caseId, 'A', 'jia', { service: { servedOn: DAY }, disclosure: { publishedOn: DAY } });
  if (acts === 0) return { caseId, remedyId: '' };
  const { result } = (await first(stage, onCase(caseId, 'remedies', 'ding', filing))) as { result: JsonObject };
  const remedyId = String(result['id']);
  if (acts > 1) await first(stage, onCase(caseId, `remedies/${remedyId}/outcome`, 'ding', outcome));
  return { caseId, remedyId };
}

/** What comes after a decision. */
export const remedyRecipes: Recipes = {
  'POST /cases/:caseId/remedies': async (stage) => onCase((await disputed(stage, 0)).caseId, 'remedies', 'ding', filing),
  'POST /cases/:caseId/remedies/:remedyId/outcome': async (stage) => {
    const { caseId, remedyId } = await disputed(stage, 1);
    return onCase(caseId, `remedies/${remedyId}/outcome`, 'ding', outcome);
  },
  'POST /cases/:caseId/publication-withdrawal': async (stage) =>
    onCase((await disputed(stage, 2)).caseId, 'publication-withdrawal', 'ding', { withdrawnOn: DAY, reason: '决定被撤销' }),
};
