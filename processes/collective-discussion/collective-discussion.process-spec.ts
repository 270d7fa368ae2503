import { PersonRegistry } from '@fashen/plugins/directory/model';
import { DiscussionController } from '@fashen/plugins/discussion/server';
import { type TestApp, verifyInvariants } from '@fashen/testing';
import { bureauWith, called, DiscussedCase, minutes, refusalOf } from './tests/discussion-run';

/* The discussion of the heads as its own process. Every bureau, person and party is invented. */

const NOW = '2026-11-05T10:00:00+08:00';
let app: TestApp;

beforeAll(async () => {
  app = await bureauWith('A', NOW);
});
afterAll(async () => {
  const violations = await verifyInvariants(app.database.dataSource, app.host.moddles);
  await app.close();
  expect(violations).toEqual([]);
});

describe('a meeting of the heads', () => {
  it.each(['AGREE', 'CHANGE', 'INVESTIGATE', 'NO_PENALTY', 'TRANSFER', 'NONE'])('brings the outcome %s to the case', async (outcome) => {
    const one = await DiscussedCase.open(app, 50);
    await one.hold(outcome, outcome);
    expect(await one.caller.waiting()).toEqual(['after']);
    expect((await one.caller.instance()).variables).toMatchObject({ discussion: { heads: ['wu', 'ji'], conclusion: outcome } });
  });

  it('keeps each view with its reason, and dissent as a record of its own, for the organ alone', async () => {
    // given
    const one = await DiscussedCase.open(app, 50);
    await one.hold('INVESTIGATE', 'AGREE');
    // when
    const { items } = await app.get(DiscussionController).ofCase(await app.as('ji').context(), one.caller.instanceId);
    // then
    const [meeting] = items;
    expect(meeting).toMatchObject({
      audience: 'INTERNAL',
      purpose: 'PENALTY',
      quorum: { rule: 'MORE_THAN_HALF', confidence: 'V3', needed: 2 },
    });
    expect(meeting?.draftHash).toMatch(/^[0-9a-f]{64}$/);
    expect(meeting?.entries.map(({ kind, personId, stance }) => [kind, personId, stance])).toEqual([
      ['VIEW', 'wu', 'INVESTIGATE'],
      ['CONCLUSION', 'ji', 'AGREE'],
      ['DISSENT', 'wu', 'INVESTIGATE'],
      ['SIGNATURE', 'wu', 'SIGNED'],
      ['SIGNATURE', 'ji', 'SIGNED'],
    ]);
    expect(JSON.stringify((await one.caller.instance()).variables)).not.toContain('分管负责人的理由');
  });

  it('lets the presiding head speak last, in one step that each of the others fills in alone', async () => {
    const one = await DiscussedCase.open(app, 50);
    await one.meeting.act('ji', 'convene', { output: called() });
    expect(await one.meeting.waiting()).toEqual(['giveView']);
    expect(await one.turns('giveView')).toEqual(['wu']);
    const view = { view: { stance: 'AGREE', reason: '同意' } };
    expect(await refusalOf(one.says('ji', 'giveView', view, 'wu'))).toBe('approval.NOT_YOUR_TASK');
    expect(await refusalOf(one.says('wu', 'giveView', { view: { stance: 'AGREE' } }))).toBe('form.INVALID');
    await one.says('wu', 'giveView', view);
    expect(await one.meeting.waiting()).toEqual(['conclude']);
  });

  it('has the minutes signed in any order, by each head once, and who does not sign says why', async () => {
    // given
    const one = await DiscussedCase.open(app, 50);
    await one.upToTheSignatures();
    expect(await one.turns('signMinutes')).toEqual(['ji', 'wu']);
    // when
    await one.says('ji', 'signMinutes', { minutesSignature: { signed: true } });
    expect(await one.meeting.waiting()).toEqual(['signMinutes']);
    expect(await refusalOf(one.says('wu', 'signMinutes', { minutesSignature: { signed: false } }))).toBe('form.INVALID');
    await one.says('wu', 'signMinutes', { minutesSignature: { signed: false, note: '与讨论内容不符' } });
    // then
    expect(await one.caller.waiting()).toEqual(['after']);
    const { items } = await app.get(DiscussionController).ofCase(await app.as('ji').context(), one.caller.instanceId);
    const signatures = items[0]?.entries.filter(({ kind }) => kind === 'SIGNATURE');
    expect(signatures?.map(({ personId, stance, reason }) => [personId, stance, reason])).toEqual([
      ['ji', 'SIGNED', ''],
      ['wu', 'REFUSED', '与讨论内容不符'],
    ]);
  });

  it('lets nobody speak for a head who cannot', async () => {
    const one = await DiscussedCase.open(app, 50);
    await one.meeting.act('ji', 'convene', { output: called() });
    const [seat] = (await one.meeting.tasks()).filter(({ kind }) => kind === 'SEAT');
    await app.as('operator').run((tx) => app.tasks.assign(tx, seat?.id ?? '', { assigneeId: 'ding' }, '换人'));
    const spoken = one.says('ding', 'giveView', { view: { stance: 'AGREE', reason: '同意' } });
    expect(await refusalOf(spoken)).toBe('discussion.NOT_AT_THE_MEETING');
  });

  it('does not end as signed while a head who took part and has left has not signed', async () => {
    // given
    const one = await DiscussedCase.open(app, 50);
    await one.meeting.act('ji', 'convene', { output: called() });
    await one.says('wu', 'giveView', { view: { stance: 'AGREE', reason: '同意' } });
    await one.meeting.act('ji', 'conclude', { output: { discussion: { conclusion: 'AGREE', reason: '同意' } } });
    const isThere = (active: boolean): Promise<unknown> =>
      app.as('setup').run((tx) => app.get(PersonRegistry).changePerson(tx, 'wu', { active }));
    await isThere(false);
    await one.meeting.act('ding', 'minutes', { output: minutes });
    await isThere(true);
    // when
    const signed = one.says('ji', 'signMinutes', { minutesSignature: { signed: true } });
    // then
    expect(await refusalOf(signed)).toBe('discussion.SIGNATURES_MISSING');
    expect(await one.meeting.waiting()).toEqual(['signMinutes']);
  });

  it('is held anew when it is led back to its convening: the heads speak again, what they said before stays', async () => {
    // given
    const one = await DiscussedCase.open(app, 50);
    await one.upToTheSignatures();
    await one.says('wu', 'signMinutes', { minutesSignature: { signed: true } });
    const { executionId } = await one.meeting.openTask('signMinutes');
    const jump = { instanceId: one.meeting.instanceId, executionId, nodeId: 'convene', cause: 'jump', reason: '重新召集' } as const;
    // when
    await app.as('operator').run((tx) => app.moves.jump(tx, jump));
    expect(await one.turns('signMinutes')).toEqual([]);
    await one.hold('CHANGE', 'CHANGE');
    // then
    expect((await one.caller.instance()).variables).toMatchObject({ discussion: { conclusion: 'CHANGE' } });
    const { items } = await app.get(DiscussionController).ofCase(await app.as('ji').context(), one.caller.instanceId);
    expect(items.map(({ entries }) => entries.map(({ kind, personId }) => `${kind} ${personId}`))).toEqual([
      ['VIEW wu', 'CONCLUSION ji', 'SIGNATURE wu'],
      ['VIEW wu', 'CONCLUSION ji', 'SIGNATURE wu', 'SIGNATURE ji'],
    ]);
  });

  it('is about the draft that was convened for', async () => {
    const one = await DiscussedCase.open(app, 50);
    await one.meeting.act('ji', 'convene', { output: called() });
    await app.as('setup').run((tx) => app.instances.setVariables(tx, one.caller.instanceId, { draft: { fine: 60 } }));
    const spoken = one.says('wu', 'giveView', { view: { stance: 'AGREE', reason: '同意' } });
    expect(await refusalOf(spoken)).toBe('discussion.DRAFT_CHANGED');
  });
});

describe('a meeting is refused', () => {
  it.each([
    ['below the quorum', 'discussion.BELOW_QUORUM', { present: ['ji'], absent: ['wu'], absentReason: '出差' }],
    ['with a head who is recused', 'discussion.RECUSED', { recused: ['wu'], recusedReason: '与当事人有利害关系' }],
    ['with somebody who is no head', 'form.INVALID', { present: ['wu', 'ji', 'ding'] }],
    ['with a head both present and absent', 'discussion.HEAD_UNACCOUNTED', { absent: ['wu'], absentReason: '出差' }],
  ])('%s', async (_what, code, over) => {
    const one = await DiscussedCase.open(app, 50);
    expect(await refusalOf(one.meeting.act('ji', 'convene', { output: called(over) }))).toBe(code);
  });

  it('before the opinion has passed', async () => {
    const one = await DiscussedCase.open(app, 10_000);
    expect(await refusalOf(one.meeting.act('ji', 'convene', { output: called() }))).toBe('legal-review.REVIEW_REQUIRED');
  });

  it('while the window of the party is open', async () => {
    const one = await DiscussedCase.open(app, 50, { statement: { kind: 'STATEMENT', receivedOn: '2026-11-05' } });
    expect(await refusalOf(one.meeting.act('ji', 'convene', { output: called() }))).toBe('legal-review.RIGHTS_WINDOW_OPEN');
  });

  it('before a hearing that was asked for is reported', async () => {
    const one = await DiscussedCase.open(app, 50, { statement: { kind: 'HEARING', receivedOn: '2026-11-05' } });
    expect(await refusalOf(one.meeting.act('ji', 'convene', { output: called() }))).toBe('legal-review.HEARING_PENDING');
  });
});
