import { verifyInvariants } from '@fashen/testing';
import { ControlBureau, processOf, STATUTORY, step } from './control-bureau';

describe('the control of cases', () => {
  let bureau: ControlBureau;

  beforeAll(async () => {
    bureau = await ControlBureau.open();
    await bureau.app.publish(processOf('plain', [['A', step('A')]]));
    await bureau.app.publish(processOf('review', [['A', step('A', STATUTORY)]]));
  });
  afterAll(() => bureau.app.close());
  afterEach(async () => {
    const { database, host } = bureau.app;
    expect(await verifyInvariants(database.dataSource, host.moddles)).toEqual([]);
  });

  it('suspends a case, which then refuses acts with 423, and lets it go on', async () => {
    // given
    const driver = await bureau.start('plain');
    // when
    const suspended = await bureau.order('wu', driver.instanceId, 'suspend');
    // then
    expect(suspended.result).toEqual({ caseId: driver.instanceId, status: 'SUSPENDED', needsSecond: false });
    await expect(driver.act('jia', 'A')).rejects.toMatchObject({ code: 'engine.INSTANCE_SUSPENDED', kind: 'locked' });
    await bureau.order('yin', driver.instanceId, 'resume');
    await driver.act('jia', 'A');
    await expect(bureau.order('wu', driver.instanceId, 'suspend')).rejects.toMatchObject({ code: 'engine.INSTANCE_ENDED' });
  });

  it('shows what ending a case would do, and then does exactly that', async () => {
    // given
    const driver = await bureau.start('plain');
    // when
    const shown = await bureau.order('xin', driver.instanceId, 'terminate', true);
    expect(await driver.instance()).toMatchObject({ status: 'RUNNING' });
    const done = await bureau.order('xin', driver.instanceId, 'terminate');
    // then
    expect(shown.affected.map(({ kind }) => kind)).toContain('taskCancelled');
    expect(done.affected).toEqual(shown.affected);
    expect(await driver.instance()).toMatchObject({ status: 'TERMINATED', waiting: [] });
    expect(await driver.tasks()).toMatchObject([{ nodeId: 'A', state: 'CANCELLED' }]);
  });

  it.each(['suspend', 'terminate'] as const)('waits for a second person to %s a case in a statutory step', async (action) => {
    // given
    const driver = await bureau.start('review');
    const shown = await bureau.order('wu', driver.instanceId, action, true);
    const asked = await bureau.order('wu', driver.instanceId, action);
    // then
    expect(shown.result).toMatchObject({ needsSecond: true });
    expect(asked).toMatchObject({ result: { status: 'RUNNING', needsSecond: true }, affected: [] });
    const { requestId } = asked.result;
    await expect(bureau.order('ji', driver.instanceId, action)).rejects.toMatchObject({ code: 'case-control.ALREADY_REQUESTED' });
    await expect(bureau.order('ji', driver.instanceId, action, true)).rejects.toMatchObject({ code: 'case-control.ALREADY_REQUESTED' });
    await expect(bureau.confirm('wu', requestId)).rejects.toMatchObject({ code: 'case-control.SECOND_PERSON_NEEDED' });
    await expect(bureau.confirm('jia', requestId)).rejects.toMatchObject({ code: 'case-control.SECOND_PERSON_NEEDED' });
    // when
    const confirmed = await bureau.confirm('ji', requestId);
    expect(confirmed.result.status).toBe(action === 'suspend' ? 'SUSPENDED' : 'TERMINATED');
    await expect(bureau.confirm('ji', requestId)).rejects.toMatchObject({ code: 'case-control.REQUEST_CLOSED' });
  });

  it('asks nobody for what would come to nothing', async () => {
    // given
    const driver = await bureau.start('review');
    await bureau.confirm('ji', (await bureau.order('wu', driver.instanceId, 'suspend')).result.requestId);
    // then
    const again = bureau.order('wu', driver.instanceId, 'suspend');
    await expect(again).rejects.toMatchObject({ code: 'case-control.NOT_NOW' });
    expect(await bureau.order('wu', driver.instanceId, 'resume')).toMatchObject({ result: { needsSecond: true } });
  });

  it('lets who asked take it back, and who could confirm refuse it; the case stays, and it can be asked for anew', async () => {
    // given
    const driver = await bureau.start('review');
    const ask = async (): Promise<string> => (await bureau.order('wu', driver.instanceId, 'terminate')).result.requestId ?? '';
    const first = await ask();
    // then
    expect(await bureau.requests('jia', driver.instanceId)).toMatchObject([{ id: first, mayConfirm: false, mayRefuse: false }]);
    expect(await bureau.requests('wu', driver.instanceId)).toMatchObject([{ mayConfirm: false, mayRefuse: true }]);
    expect(await bureau.requests('ji', driver.instanceId)).toMatchObject([{ mayConfirm: true, mayRefuse: true }]);
    await expect(bureau.refuse('jia', first)).rejects.toMatchObject({ code: 'case-control.SECOND_PERSON_NEEDED' });
    await expect(bureau.refuse('mao', first)).rejects.toMatchObject({ code: 'case-control.REQUEST_MISSING', params: { requestId: first } });
    // when
    await bureau.refuse('wu', first);
    await expect(bureau.confirm('ji', first)).rejects.toMatchObject({ code: 'case-control.REQUEST_CLOSED' });
    const second = await ask();
    await bureau.refuse('ji', second);
    await expect(bureau.refuse('wu', second)).rejects.toMatchObject({ code: 'case-control.REQUEST_CLOSED' });
    // then
    expect(await driver.instance()).toMatchObject({ status: 'RUNNING' });
    expect((await bureau.requests('ji', driver.instanceId)).map(({ state }) => state)).toEqual(['REFUSED', 'REFUSED']);
  });

  it('carries a request out once when two confirm it at the same moment', async () => {
    // given
    const driver = await bureau.start('review');
    const { requestId } = (await bureau.order('xin', driver.instanceId, 'terminate')).result;
    // when
    const answers = await Promise.allSettled([bureau.confirm('wu', requestId), bureau.confirm('ji', requestId)]);
    // then
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await driver.instance()).toMatchObject({ status: 'TERMINATED' });
  });

  it('does not know a case to people who may not see it, nor a request nobody made', async () => {
    const driver = await bureau.start('plain');
    await expect(bureau.order('mao', driver.instanceId, 'terminate')).rejects.toMatchObject({ code: 'case-file.CASE_MISSING' });
    await expect(bureau.confirm('wu', 'nothing')).rejects.toMatchObject({ code: 'case-control.REQUEST_MISSING' });
  });
});
