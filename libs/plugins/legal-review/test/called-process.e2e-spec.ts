import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CaseGate } from '../model';
import { SmallReview } from './small-review';

const HEAD =
  '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:engine="urn:fashen:engine:1.0" xmlns:assignment="urn:fashen:assignment:1.0" xmlns:legal-review="urn:fashen:legal-review:1.0" targetNamespace="urn:fashen:test">';

/** A process of one step, a hearing say, whose answer is what the test says. */
const asking = (id: string): string =>
  `${HEAD}<process id="${id}" isExecutable="true"><startEvent id="s"/><userTask id="ask" name="询问"><extensionElements><assignment:assignment kind="role" value="unit-head handling-officer" duty="hear"/></extensionElements></userTask><endEvent id="e"/><sequenceFlow id="a" sourceRef="s" targetRef="ask"/><sequenceFlow id="b" sourceRef="ask" targetRef="e"/></process></definitions>`;

/** A process that calls another one, with or without a mapping, and ends. */
const calling = (id: string, called: string, mapping = ''): string =>
  `${HEAD}<process id="${id}" isExecutable="true"><startEvent id="s"/><callActivity id="call" name="调用" calledElement="${called}">${mapping}</callActivity><endEvent id="e"/><sequenceFlow id="a" sourceRef="s" targetRef="call"/><sequenceFlow id="b" sourceRef="call" targetRef="e"/></process></definitions>`;

const mapped = (output: string): string =>
  `<extensionElements><engine:mapping input="= {party: party, officers: officers}" output="${output}"/></extensionElements>`;

describe('a called process and the gate', () => {
  let small: SmallReview;

  beforeAll(async () => {
    small = await SmallReview.open();
    const { app } = small;
    await app.publish(asking('asks'));
    await app.publish(calling('hides-decision', 'small-review', mapped('= {result: 1}')));
    const text = readFileSync(join(__dirname, 'legal-review.bpmn'), 'utf8');
    const hearing = /<bpmn:userTask id="hearing"[\s\S]*?<\/bpmn:userTask>/.exec(text)?.[0] ?? '';
    const [incoming = '', outgoing = ''] = ['incoming', 'outgoing'].map((tag) =>
      (hearing.match(new RegExp(`<bpmn:${tag}>.*?</bpmn:${tag}>`, 'g')) ?? []).join(''),
    );
    const call = `<bpmn:callActivity id="hearing" name="听证" calledElement="asks"><bpmn:extensionElements><engine:mapping input="= {party: party}" output="= {hearing: hearing}" xmlns:engine="urn:fashen:engine:1.0"/></bpmn:extensionElements>${incoming}${outgoing}</bpmn:callActivity>`;
    await app.publish(text.replaceAll('small-review', 'calls-hearing').replace(hearing, call));
  });
  afterAll(() => small.app.close());

  const childOf = async (caseId: string): Promise<string> => {
    const { businessKey } = await small.case(caseId);
    const page = await small.app.as('ji').read((tx) => small.app.instances.list(tx, { text: `${businessKey}/` }));
    return page.items[0]?.id ?? '';
  };

  it('decides nothing, though it was reviewed and told by itself', async () => {
    // given: the called process goes the whole way of a small case, with a draft of its own
    const child = await childOf(await small.start(undefined, 'hides-decision'));
    await small.draft(child, { fine: 50 });
    await small.notify(child, 50);
    // when
    const decided = small.decide(child);
    // then
    await expect(decided).rejects.toMatchObject({ code: 'legal-review.DECISION_IN_CALLED_PROCESS' });
    await small.decide(child, false);
    expect(await small.waiting(child)).toEqual(['draft']);
  });

  it('brings back no decision by name', async () => {
    const published = small.app.publish(calling('brings-decision', 'asks', mapped('= {decision: {approved: true}}')));
    await expect(published).rejects.toThrow('legal-review.called-decision');
  });

  it('holds a hearing of the case itself: what was reviewed before it no longer carries a decision', async () => {
    // given: told on 22 September, the hearing asked for
    const id = await small.start(undefined, 'calls-hearing');
    await small.draft(id, { fine: 4_000 });
    await small.review(id, 'PASS');
    await small.notify(id, 4_000, { kind: 'HEARING' });
    const child = await childOf(id);
    const hearing = { noticeServedOn: '2026-09-22', date: '2026-10-12' };
    // when
    const tooSoon = small.end(child, 'ask', { hearing: { ...hearing, date: '2026-09-30' } }, 'xin');
    await expect(tooSoon).rejects.toMatchObject({ code: 'legal-review.HEARING_NOTICE_TOO_SHORT' });
    small.app.clock.set(new Date('2026-10-12T18:00:00+08:00'));
    await small.end(child, 'ask', { hearing: { ...hearing, result: 'HELD', heldOn: '2026-10-12', reportedOn: '2026-10-12' } }, 'xin');
    // then
    expect(await small.waiting(id)).toEqual(['redraft']);
    const standing = await small.app.as('ji').read((tx) => small.app.get(CaseGate).standing(tx, child));
    expect(standing).toMatchObject({ caseId: id, depth: 'FULL' });
    const discussed = small.app.as('ji').read((tx) => small.app.get(CaseGate).requireMayDiscuss(tx, child, 'PENALTY'));
    await expect(discussed).rejects.toMatchObject({ code: 'legal-review.REVIEW_STALE', params: { cause: 'HEARING_HELD' } });
  });

  it('is bound by the duties that people have had in the case that called it', async () => {
    // given: nobody told the called process who the officers are
    const id = await small.start(undefined, 'calls-hearing');
    await small.draft(id, { fine: 4_000 });
    await small.review(id, 'PASS');
    await small.notify(id, 4_000, { kind: 'HEARING', servedOn: '2026-10-12' });
    const child = await childOf(id);
    expect((await small.case(child)).variables).not.toHaveProperty('officers');
    // when
    const byOfficer = small.end(child, 'ask', {}, 'jia');
    // then
    await expect(byOfficer).rejects.toMatchObject({ code: 'assignment.CHAIR_CONFLICT' });
  });
});
