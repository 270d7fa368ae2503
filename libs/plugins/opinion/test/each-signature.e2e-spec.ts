import type { JsonObject, TaskView } from '@fashen/plugin-api';
import { FormLibrary, SharedForms } from '@fashen/plugins/form/model';
import { verifyInvariants } from '@fashen/testing';
import { wantedSignature } from '../model';
import { SmallOpinion } from './small-opinion';

const drawing = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:assignment="urn:fashen:assignment:1.0" xmlns:form="urn:fashen:form:1.0"
 xmlns:approval="urn:fashen:approval:1.0" xmlns:opinion="urn:fashen:opinion:1.0" id="D" targetNamespace="t">
<process id="each-signs" name="逐人签名" isExecutable="true"><startEvent id="s"/>
<userTask id="say" name="逐人签名"><extensionElements><assignment:assignment kind="person" value="wu ji"/><form:binding form="note"/>
<approval:sign mode="each" order="parallel"/><opinion:policy required="true" signature="password"/></extensionElements></userTask>
<endEvent id="e"/><sequenceFlow id="f1" sourceRef="s" targetRef="say"/><sequenceFlow id="f2" sourceRef="say" targetRef="e"/></process></definitions>`;

describe('opinions and signatures where each fills in the form of a step', () => {
  let desk: SmallOpinion;

  beforeAll(async () => {
    desk = await SmallOpinion.open();
    const note = { type: 'textfield', key: 'note.text', label: '说明', validate: { required: true, maxLength: 100 } };
    const schema = { type: 'default' as const, id: 'note', components: [note] };
    await desk.app.as('modeler').run((tx) => desk.app.get(FormLibrary).publish(tx, { schema, reason: '样例' }));
    await desk.app.publish(drawing);
  });
  afterAll(() => desk.close());
  afterEach(async () => expect(await verifyInvariants(desk.app.database.dataSource, desk.app.host.moddles)).toEqual([]));

  const seatOf = async (caseId: string, who: string): Promise<TaskView> => {
    const tasks = await desk.app.as('setup').read((tx) => desk.app.tasks.ofInstance(tx, caseId));
    const seat = tasks.find(({ kind, assigneeId }) => kind === 'SEAT' && assigneeId === who);
    if (!seat) throw new Error(`${who} has no seat`);
    return seat;
  };
  const say = async (caseId: string, who: string, text: string): Promise<void> => {
    const [seat, data] = [await seatOf(caseId, who), { note: { text } } as JsonObject];
    await desk.app.as(who).run((tx) => desk.app.get(SharedForms).submit(tx, seat, { data }));
    desk.app.clock.advance({ minutes: 1 });
  };
  /** Signs what the refused answers have told. */
  const sign = async (caseId: string, who: string, text: string): Promise<string> => {
    const { content } = wantedSignature.parse((await desk.refusal(say(caseId, who, text))).params);
    expect(content).toMatchObject({ op: 'complete', data: { note: { text } } });
    return (await desk.signContent(who, (await seatOf(caseId, who)).id, content)).signatureId;
  };
  const draft = async (caseId: string, who: string, data: JsonObject): Promise<void> => {
    const { id, rowVersion: baseVersion } = await seatOf(caseId, who);
    await desk.save(who, id, { baseVersion, opinion: { text: '属实', clauses: [] }, form: { version: 1, data: data as never } });
  };

  it('are each their own: signed over the own answers, kept under the own seat, and gone from the draft', async () => {
    // given
    const caseId = await desk.start('each-signs');
    await draft(caseId, 'wu', { note: { text: '一' } });
    await draft(caseId, 'ji', { note: { text: '二' } });
    // when
    expect((await desk.refusal(say(caseId, 'wu', '一'))).code).toBe('opinion.SIGNATURE_REQUIRED');
    const ofWu = await sign(caseId, 'wu', '一');
    expect((await desk.refusal(say(caseId, 'wu', '改'))).code).toBe('opinion.SIGNATURE_STALE');
    await say(caseId, 'wu', '一');
    // then
    expect(await desk.foundBy('wu', (await seatOf(caseId, 'wu')).id)).toBeUndefined();
    expect(await desk.foundBy('ji', (await seatOf(caseId, 'ji')).id)).toMatchObject({ form: { data: { note: { text: '二' } } } });
    // when
    const ofJi = await sign(caseId, 'ji', '二');
    await say(caseId, 'ji', '二');
    // then: the case is over, and each signature covers what its signer said
    expect((await desk.opinions('jia', caseId)).map(({ personId, taskId, signatureId }) => [personId, taskId, signatureId])).toEqual([
      ['wu', (await seatOf(caseId, 'wu')).id, ofWu],
      ['ji', (await seatOf(caseId, 'ji')).id, ofJi],
    ]);
    for (const id of [ofWu, ofJi]) expect(await desk.verify('jia', id)).toMatchObject({ isCovered: true, uncovered: [] });
  });

  it('are found out when what was kept is not what was signed', async () => {
    // given
    const caseId = await desk.start('each-signs');
    await draft(caseId, 'wu', {});
    const signatureId = await sign(caseId, 'wu', '一');
    await say(caseId, 'wu', '一');
    // when
    const { id } = await seatOf(caseId, 'wu');
    const keep = (text: string): Promise<unknown> =>
      desk.app.database.dataSource.query('UPDATE engine_task SET outcome = ? WHERE id = ?', [
        JSON.stringify({ answer: { note: { text } } }),
        id,
      ]);
    await keep('九');
    const found = await desk.verify('jia', signatureId);
    await keep('一');
    // then
    expect(found).toMatchObject({ isCovered: false, uncovered: ['data'], changedPaths: ['note.text'] });
  });
});
