import type { JsonObject } from '@fashen/plugin-api';
import { deskAt, first, onCase, REASON, type Recipe, type Recipes } from './desk';
import { CASE_TITLE, CLOCKS, DESK, MESSAGE, STATUTORY } from './drawings';
import type { Request, Stage } from './stage';

/** Something done to a case that waits at its second step. */
const onDesk =
  (name: string, who: string, body: JsonObject = REASON, nodeId: 'A' | 'B' = 'B'): Recipe =>
  async (stage) =>
    onCase(await deskAt(stage, nodeId), name, who, body);

/** A case that somebody was told of. */
const sentTo = async (stage: Stage, how: 'copies' | 'circulation'): Promise<{ caseId: string; copyId: string }> => {
  const caseId = await deskAt(stage, 'B');
  await first(stage, onCase(caseId, how, 'jia', { personIds: ['ji'] }));
  const [copy] = await stage.rows<{ id: string }>('SELECT id FROM circulate_copy WHERE instance_id = ?', caseId);
  return { caseId, copyId: copy?.id ?? '' };
};

const FILE = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n';
function upload(): FormData {
  const form = new FormData();
  form.set('file', new File([FILE], 'sample.pdf', { type: 'application/pdf' }));
  return form;
}

const asked = async (stage: Stage): Promise<string> => {
  const caseId = await stage.begin(STATUTORY);
  const { result } = (await first(stage, onCase(caseId, 'suspension', 'wu', REASON))) as { result: JsonObject };
  return String(result['requestId']);
};

/** What is done to a case as a whole. */
export const caseRecipes: Recipes = {
  // The first case of a year opens its register.
  'POST /cases': async (stage) => {
    await stage.once('case', () => stage.begin(DESK));
    return { who: 'jia', path: '/cases', body: { definitionKey: DESK, title: CASE_TITLE, data: {} } };
  },
  'POST /cases/:caseId/withdrawal': onDesk('withdrawal', 'jia', REASON, 'A'),
  'POST /cases/:caseId/suspension': onDesk('suspension', 'wu'),
  'POST /cases/:caseId/termination': onDesk('termination', 'wu'),
  'POST /cases/:caseId/resumption': async (stage) => {
    const caseId = await deskAt(stage, 'B');
    await first(stage, onCase(caseId, 'suspension', 'wu', REASON));
    return onCase(caseId, 'resumption', 'wu', REASON);
  },
  'POST /cases/:caseId/jump': async (stage) => {
    const caseId = await deskAt(stage, 'B');
    const { executionId } = (await stage.task(caseId, 'B')) as unknown as { executionId: string };
    return onCase(caseId, 'jump', 'wu', { executionId, nodeId: 'A', ...REASON });
  },
  'POST /cases/:caseId/messages': async (stage) => onCase(await stage.begin(MESSAGE), 'messages', 'jia', { name: 'answer', data: {} }),
  'POST /cases/:instanceId/attachments': async (stage) => ({
    who: 'jia',
    path: `/cases/${await deskAt(stage, 'A')}/attachments`,
    body: upload(),
  }),
  'POST /cases/:caseId/copies': onDesk('copies', 'jia', { personIds: ['ji', 'wu'] }),
  'POST /cases/:caseId/circulation': onDesk('circulation', 'jia', { personIds: ['ji'] }),
  'POST /cases/:caseId/copies/reading': async (stage) => onCase((await sentTo(stage, 'copies')).caseId, 'copies/reading', 'ji'),
  'POST /cases/:caseId/circulation/comments': async (stage) =>
    onCase((await sentTo(stage, 'circulation')).caseId, 'circulation/comments', 'ji', { text: '无意见' }),
  'DELETE /cases/:caseId/copies/:copyId': async (stage) => {
    const { caseId, copyId } = await sentTo(stage, 'copies');
    return { who: 'jia', method: 'DELETE', path: `/cases/${caseId}/copies/${copyId}` };
  },
  'POST /copies/:copyId/urging': async (stage) => ({ who: 'jia', path: `/copies/${(await sentTo(stage, 'circulation')).copyId}/urging` }),
  'POST /control-requests/:requestId/confirmation': async (stage) => ({
    who: 'ji',
    path: `/control-requests/${await asked(stage)}/confirmation`,
  }),
  'POST /control-requests/:requestId/refusal': async (stage) => ({ who: 'ji', path: `/control-requests/${await asked(stage)}/refusal` }),
};

/** The running clock of a case in review, after what was done to it. */
const clocked =
  (name: string, who: string, body: JsonObject, ...before: readonly (readonly [name: string, who: string, body: JsonObject])[]): Recipe =>
  async (stage): Promise<Request> => {
    const caseId = await stage.begin(CLOCKS);
    await stage.submit(caseId, 'A', 'jia');
    const { clocks } = (await stage.get('bing', `/cases/${caseId}/clocks`)) as { clocks: readonly { id: string; key: string }[] };
    const id = clocks.find(({ key }) => key === 'legal-review')?.id;
    for (const [act, person, more] of before) await first(stage, onCase(caseId, `clocks/${id}/${act}`, person, more));
    return onCase(caseId, `clocks/${id}/${name}`, who, body);
  };
const note = { note: '专家咨询' };
const supplement = { reason: 'SUPPLEMENT', materials: ['现场照片'], ...note };
const asking = ['extension-request', 'bing', { amount: 3, ...REASON }] as const;

/** Clocks that are held, go on and are extended. */
export const clockRecipes: Recipes = {
  'POST /cases/:caseId/clocks/:clockId/hold': clocked('hold', 'bing', { reason: 'EXPERT', materials: [], ...note }),
  'POST /cases/:caseId/clocks/:clockId/resumption': clocked('resumption', 'bing', note, [
    'hold',
    'bing',
    { reason: 'EXPERT', materials: [], ...note },
  ]),
  'POST /cases/:caseId/clocks/:clockId/supplement': clocked('supplement', 'jia', note, ['hold', 'bing', supplement]),
  'POST /cases/:caseId/clocks/:clockId/extension-request': clocked(...asking),
  'POST /cases/:caseId/clocks/:clockId/extension-approval': clocked(
    'extension-approval',
    'ding',
    { approved: true, comment: '同意' },
    asking,
  ),
};
