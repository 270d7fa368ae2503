import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '@fashen/plugin-api';
import { parsedBy, POLICY } from '@fashen/plugin-api/server';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { DecisionLibrary } from '@fashen/plugins/decision-rule/model';
import { decisionRulePlugin } from '@fashen/plugins/decision-rule/server';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { processLibraryPlugin } from '@fashen/plugins/process-library/server';
import { createTestApp, type TestApp } from '@fashen/testing';
import { tryOutBody, type TryOutBody, type TryOutReply } from '../model';
import { TryOutController } from '../server/try-out.controller';

const row = (id: string, test: string, answer: string): string =>
  `<rule id="${id}"><inputEntry id="${id}i"><text>${test}</text></inputEntry><outputEntry id="${id}o"><text>"${answer}"</text></outputEntry></rule>`;
const level = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="file" name="file" namespace="urn:fashen:decisions">
  <decision id="level" name="level"><decisionTable id="t" hitPolicy="FIRST">
    <input id="i" label="fine"><inputExpression id="x" typeRef="number"><text>fine</text></inputExpression></input>
    <output id="o" name="level"/>${row('r1', '&gt;= 3000', 'FULL')}${row('r2', '&lt; 3000', 'NONE')}
  </decisionTable></decision></definitions>`;

const base = [directoryPlugin, formPlugin, caseFilePlugin, assignmentPlugin, processLibraryPlugin];
const parse = (body: unknown): TryOutBody => parsedBy(tryOutBody).transform(body);

describe('trying a drawing', () => {
  let app: TestApp;
  let xml: string;

  beforeAll(async () => {
    xml = await readFile(join(__dirname, 'try-out.bpmn'), 'utf8');
    app = await createTestApp({ plugins: [...base, decisionRulePlugin] });
    await app.as('ren').run((tx) => app.get(DecisionLibrary).publish(tx, { xml: level, reason: '首次启用' }));
  });
  afterAll(() => app.close());

  const tryOut = async (body: Partial<TryOutBody>): Promise<TryOutReply> =>
    app.get(TryOutController).tryOut(await app.as('ren').context(), parse({ xml, acts: [], ...body }));
  const judged = (output: JsonObject): TryOutBody['acts'] => [{ kind: 'complete', nodeId: 'judge', output }];

  it('is for those who may draw', () => {
    expect(Reflect.getMetadata(POLICY, TryOutController.prototype.tryOut)).toEqual({ kind: 'permission', permission: 'process.edit' });
  });

  it('proposes what the published decision answers to the data at hand', async () => {
    // when
    const [large, small] = [await tryOut({ data: { fine: 5_000 } }), await tryOut({ data: { fine: 10 } })];
    // then
    expect(large.waiting).toMatchObject([{ nodeId: 'judge', name: '判断', kind: 'work', proposal: { output: { level: 'FULL' } } }]);
    expect(small.waiting).toMatchObject([{ proposal: { output: { level: 'NONE' } } }]);
    expect(large.waiting[0]).not.toHaveProperty('extensions');
  });

  it('says why a decision has no answer, and goes on with what the person writes', async () => {
    // when
    const [before, after] = [await tryOut({}), await tryOut({ acts: judged({ level: 'FULL' }) })];
    // then
    expect(before.waiting[0]?.proposal).toEqual({ refusal: expect.stringMatching(/\p{Script=Han}/u) as string });
    expect(after).toMatchObject({
      waiting: [{ nodeId: 'review', kind: 'task' }],
      trail: { nodes: { start: 1, judge: 1, choose: 1, review: 1 }, flows: { toJudge: 1, toChoose: 1, toReview: 1 } },
      data: { level: 'FULL' },
      agreement: { kind: 'same' },
    });
  });

  it('goes to the end, checked by bpmn-engine', async () => {
    const ended = await tryOut({ acts: [...judged({ level: 'FULL' }), { kind: 'complete', nodeId: 'review' }] });
    expect(ended).toMatchObject({
      waiting: [],
      ended: { status: 'COMPLETED', nodeId: 'end', name: '办结' },
      agreement: { kind: 'same' },
    });
  });

  it('writes nothing', async () => {
    // given
    await tryOut({ acts: judged({ level: 'NONE' }) });
    // when
    const left = await app.as('ren').read(async (tx) => ({
      definitions: await app.definitions.list(tx),
      drafts: await app.definitions.listDrafts(tx),
      instances: (await app.instances.list(tx, {})).items,
    }));
    // then
    expect(left).toEqual({ definitions: [], drafts: [], instances: [] });
  });

  const script = '<bpmn:scriptTask id="end"><bpmn:script>process.exit()</bpmn:script></bpmn:scriptTask>';

  it.each<[string, (drawn: string) => string]>([
    ['no BPMN', () => 'not a drawing'],
    ['a document type', () => '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['a step without holder', (drawn) => drawn.replace(/<assignment:assignment[^>]*>/, '')],
    ['code', (drawn) => drawn.replace(/<bpmn:endEvent id="end"[^>]*>/, script)],
  ])('refuses %s with what is wrong', async (_name, spoil) => {
    const findings = expect.arrayContaining([expect.objectContaining({ severity: 'error' })]) as unknown;
    await expect(tryOut({ xml: spoil(xml) })).rejects.toMatchObject({ code: 'engine.MODEL_REFUSED', params: { findings } });
  });

  it.each<[string, unknown]>([
    ['no acts', { xml: '<a/>' }],
    ['an unknown act', { xml: '<a/>', acts: [{ kind: 'terminate', nodeId: 'a' }] }],
    ['an act with more in it', { xml: '<a/>', acts: [{ kind: 'timer', nodeId: 'a', output: {} }] }],
    ['output that is no object', { xml: '<a/>', acts: [{ kind: 'complete', nodeId: 'a', output: [1] }] }],
    ['a wait that cannot be counted', { xml: '<a/>', acts: [{ kind: 'complete', nodeId: 'a', at: -1 }] }],
    ['too many acts', { xml: '<a/>', acts: Array.from({ length: 201 }, () => ({ kind: 'timer', nodeId: 'a' })) }],
    ['no drawing', { xml: '', acts: [] }],
    ['a clock of its own', { xml: '<a/>', acts: [], now: '2000-01-01' }],
  ])('refuses at the border: %s', (_name, body) => {
    expect(() => parse(body)).toThrow(expect.objectContaining({ code: 'api.INPUT_INVALID' }) as Error);
  });

  it('refuses acts that do not fit, in words', async () => {
    await expect(tryOut({ acts: [{ kind: 'complete', nodeId: '__proto__' }] })).rejects.toMatchObject({
      code: 'engine.TRY_OUT_NOTHING_WAITS',
      kind: 'unprocessable',
    });
  });

  it('stops a drawing that loops without waiting for long before it costs much', async () => {
    // given: the first visit waits, after that the loop never does
    const again = '<bpmn:sequenceFlow id="again" sourceRef="choose" targetRef="choose" />';
    const loop = xml.replace('default="toEnd"', 'default="again"').replace('<bpmn:endEvent', `${again}<bpmn:endEvent`);
    // when
    const begun = performance.now();
    const refused = tryOut({ xml: loop, acts: judged({ level: 'NONE' }) });
    // then
    await expect(refused).rejects.toMatchObject({ code: expect.stringMatching(/MODEL_REFUSED|BUDGET_EXCEEDED/) as string });
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe('trying a drawing without the plugin for decisions', () => {
  it('proposes nothing', async () => {
    // given
    const app = await createTestApp({ plugins: base });
    const drawn = await readFile(join(__dirname, 'process-library.bpmn'), 'utf8');
    // when
    const reply = await app.get(TryOutController).tryOut(await app.as('ren').context(), parse({ xml: drawn, acts: [] }));
    // then
    expect(reply.waiting).toMatchObject([{ nodeId: 'check', name: '核查线索', kind: 'task' }]);
    expect(reply.waiting[0]).not.toHaveProperty('proposal');
    await app.close();
  });
});
