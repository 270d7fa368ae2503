import { verifyInvariants, type TestApp } from '@fashen/testing';
import { bureauWith, called, DiscussedCase, drawnWithVisits, minutes } from './tests/discussion-run';

describe('a meeting that began by the older drawing', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await bureauWith('A', '2026-11-05T10:00:00+08:00');
  });
  afterAll(() => app.close());

  it('goes on as it was drawn: a visit for each head, one after another', async () => {
    // given
    const { definitionId: seated } = await (await DiscussedCase.open(app, 50)).meeting.instance();
    await app.publish(drawnWithVisits());
    const { caller, meeting } = await DiscussedCase.open(app, 50);
    expect((await meeting.instance()).definitionId).not.toBe(seated);
    // when
    await meeting.act('ji', 'convene', { output: called() });
    await meeting.act('wu', 'giveView', { output: { view: { stance: 'CHANGE', reason: '分管负责人的理由' } } });
    await meeting.act('ji', 'conclude', { output: { discussion: { conclusion: 'CHANGE', reason: '主要负责人的理由' } } });
    await meeting.act('ding', 'minutes', { output: minutes });
    for (const head of ['wu', 'ji']) await meeting.act(head, 'signMinutes', { output: { minutesSignature: { signed: true } } });
    // then
    expect(await caller.waiting()).toEqual(['after']);
    expect((await meeting.tasks()).map(({ nodeId, kind }) => `${nodeId} ${kind}`)).toEqual([
      ...['convene VISIT', 'giveView VISIT', 'conclude VISIT', 'minutes VISIT', 'signMinutes VISIT', 'signMinutes VISIT'],
    ]);
    expect(await verifyInvariants(app.database.dataSource, app.host.moddles)).toEqual([]);
  });
});
