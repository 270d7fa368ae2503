import { type ProcessDriver, verifyInvariants } from '@fashen/testing';
import type { BatchReply } from '../model';
import { BatchController } from '../server/batch.controller';
import { BATCH, ControlBureau, processOf, step } from './control-bureau';

describe('many tasks at once', () => {
  let bureau: ControlBureau;

  beforeAll(async () => {
    bureau = await ControlBureau.open();
    const steps = [
      ['A', step('A', BATCH)],
      ['B', step('B')],
    ] as const;
    await bureau.app.publish(processOf('many', steps));
  });
  afterAll(() => bureau.app.close());
  afterEach(async () => {
    const { database, host } = bureau.app;
    expect(await verifyInvariants(database.dataSource, host.moddles)).toEqual([]);
  });

  const controller = (): BatchController => bureau.app.get(BatchController);
  const see = async (who: string, taskId: string): Promise<void> => controller().see(await bureau.app.as(who).context(), taskId);
  const submit = async (who: string, taskIds: string[], key?: string): Promise<BatchReply> => {
    const context = await bureau.app.as(who).context();
    return controller().submit({ ...context, ...(key && { idempotency: { key, fingerprint: 'f' } }) }, { taskIds, opinion: '' }, {});
  };
  async function started(count: number): Promise<{ drivers: ProcessDriver[]; ids: string[] }> {
    const drivers: ProcessDriver[] = [];
    for (let at = 0; at < count; at += 1) drivers.push(await bureau.start('many'));
    const tasks = await Promise.all(drivers.map((driver) => driver.openTask('A')));
    return { drivers, ids: tasks.map(({ id }) => id) };
  }
  const codes = ({ items }: BatchReply): readonly (string | undefined)[] => items.map(({ error }) => error?.code);

  it('are done one by one in the order of their ids; what was never opened, or sleeps, stays', async () => {
    // given
    const { drivers, ids } = await started(4);
    const [unseen = '', asleep = '', ...good] = ids;
    for (const id of [asleep, ...good]) await see('jia', id);
    await bureau.order('wu', drivers[1]?.instanceId ?? '', 'suspend');
    // when
    const reply = await submit('jia', [...ids, unseen]);
    // then
    expect(reply.items.map(({ taskId }) => taskId)).toEqual([...ids].sort());
    const of = (id: string) => reply.items.find(({ taskId }) => taskId === id);
    expect(of(unseen)).toMatchObject({ isDone: false, error: { code: 'case-control.NOT_SEEN' } });
    expect(of(asleep)).toMatchObject({ isDone: false, error: { code: 'engine.INSTANCE_SUSPENDED' } });
    expect(good.map((id) => of(id)?.isDone)).toEqual([true, true]);
    expect(await Promise.all(drivers.map((driver) => driver.waiting()))).toEqual([['A'], ['A'], ['B'], ['B']]);
  });

  it('answer the same when the batch is sent again', async () => {
    const { ids } = await started(2);
    for (const id of ids) await see('jia', id);
    expect(codes(await submit('jia', ids, 'once'))).toEqual([undefined, undefined]);
    expect(codes(await submit('jia', ids, 'once'))).toEqual([undefined, undefined]);
    expect(codes(await submit('jia', ids, 'anew'))).toEqual(['engine.TASK_ENDED', 'engine.TASK_ENDED']);
  });

  it('are refused when they are of two steps, when the step does not allow it, and to other people', async () => {
    // given
    const { drivers, ids } = await started(2);
    await drivers[0]?.act('jia', 'A');
    const behind = (await drivers[0]?.openTask('B'))?.id ?? '';
    for (const id of [...ids, behind]) await see('jia', id);
    // then
    await expect(submit('jia', [behind, ids[1] ?? ''])).rejects.toMatchObject({ code: 'case-control.MIXED_STEPS' });
    expect(codes(await submit('jia', [behind]))).toEqual(['case-control.BATCH_NOT_ALLOWED']);
    await expect(submit('mao', ids)).rejects.toMatchObject({ code: 'engine.TASK_MISSING' });
    await see('wu', ids[1] ?? '');
    expect(codes(await submit('wu', [ids[1] ?? '']))).toEqual(['engine.NOT_YOUR_TASK']);
    expect(await drivers[1]?.waiting()).toEqual(['A']);
  });
});
