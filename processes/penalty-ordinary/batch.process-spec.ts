import type { BatchReply } from '@fashen/plugins/case-control/model';
import { BatchController } from '@fashen/plugins/case-control/server';
import { type TestApp, verifyInvariants } from '@fashen/testing';
import { bureauWith, CaseRun, penaltyOrdinaryXml } from './tests/case-run';

const LEADER = 'wu';
/** What the law wants a person to look at case by case. */
const STATUTORY = ['legalReview', 'signOpinion', 'reReview', 'decide'];

describe('closings approved at once', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await bureauWith('A');
  });
  afterAll(async () => {
    const violations = await verifyInvariants(app.database.dataSource, app.host.moddles);
    await app.close();
    expect(violations).toEqual([]);
  });

  const controller = (): BatchController => app.get(BatchController);
  const atClosing = async (): Promise<CaseRun> =>
    (await (await CaseRun.start(app, 'ORGANISATION')).jump('proposeFiling', 'proposeClosing')).step('proposeClosing');
  const see = async (taskId: string): Promise<void> => controller().see(await app.as(LEADER).context(), taskId);
  const approve = async (taskIds: readonly string[]): Promise<BatchReply> =>
    controller().submit(await app.as(LEADER).context(), { taskIds: [...taskIds], opinion: '准予结案' }, {});

  it('end three cases with the common opinion, and say for each what became of it', async () => {
    // given
    const runs = [await atClosing(), await atClosing(), await atClosing(), await atClosing()];
    const ids = await Promise.all(runs.map(async (run) => (await run.task('approveClosing')).id));
    const [unseen = '', ...opened] = ids;
    for (const id of opened) await see(id);
    // when
    const { items } = await approve(ids);
    // then
    const of = (id: string): BatchReply['items'][number] | undefined => items.find(({ taskId }) => taskId === id);
    expect(opened.map((id) => of(id)?.isDone)).toEqual([true, true, true]);
    expect(of(unseen)).toMatchObject({ isDone: false, error: { code: 'case-control.NOT_SEEN' } });
    const cases = await Promise.all(runs.map((run) => run.instance()));
    expect(cases.map(({ status }) => status)).toEqual(['RUNNING', 'COMPLETED', 'COMPLETED', 'COMPLETED']);
    expect(cases[1]?.variables['closing']).toMatchObject({ execution: 'PERFORMED', approved: true, comment: '准予结案' });
  });

  it('leave every other step to be done alone', async () => {
    const run = await CaseRun.start(app, 'ORGANISATION');
    await run.jump('proposeFiling', 'approveNoPenalty');
    const { id } = await run.task('approveNoPenalty');
    await see(id);
    expect((await approve([id])).items).toMatchObject([{ isDone: false, error: { code: 'case-control.BATCH_NOT_ALLOWED' } }]);
    expect(await run.waiting()).toEqual(['approveNoPenalty']);
  });

  it.each(STATUTORY)('are no pattern for %s: a drawing that allows a batch there is refused', async (step) => {
    const head = new RegExp(`(<bpmn:userTask id="${step}"[^>]*>\\s*<bpmn:extensionElements>)`);
    const drawn = penaltyOrdinaryXml().replace(head, '$1<case-control:batch allowed="true" agree="x.approved" />');
    expect(drawn).not.toBe(penaltyOrdinaryXml());
    const findings = await app.definitions.check(drawn);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'case-control.batch-not-statutory', severity: 'error', elementId: step }),
    );
    await expect(app.publish(drawn)).rejects.toThrow('batch-not-statutory');
  });
});
