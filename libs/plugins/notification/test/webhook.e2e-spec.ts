import type { NewWebhookReply } from '../model';
import { WebhookController } from '../server/webhook.controller';
import { NoticeBureau } from './notice-bureau';
import { isSignedWith, WebhookReceiver } from './webhook-receiver';

const SECRET_KEY = 'a key of the bureau for tests only, 32+';

describe('webhooks', () => {
  let bureau: NoticeBureau;
  let receiver: WebhookReceiver;
  let controller: WebhookController;

  const yin = () => bureau.app.as('yin').context();
  const add = async (events: readonly string[] = ['engine.*']): Promise<NewWebhookReply> =>
    controller.add(await yin(), { name: '档案系统', url: receiver.url, events: [...events] });
  const log = async (id: string) => (await controller.listDeliveries(await yin(), id, {})).items;
  const work = async (): Promise<void> => {
    await bureau.app.work();
    await bureau.app.work();
  };

  beforeEach(async () => {
    receiver = await WebhookReceiver.open();
    bureau = await NoticeBureau.open({
      allowHttp: true,
      allowHosts: ['127.0.0.1'],
      secretKey: SECRET_KEY,
      publicUrl: 'https://fashen.example',
    });
    controller = bureau.app.get(WebhookController);
  });
  afterEach(async () => {
    await bureau.app.close();
    await receiver.close();
  });

  it('get events as CloudEvents with a signature the receiver can check, without names and case data', async () => {
    // given
    const { secret } = await add(['engine.taskCreated']);
    // when
    const driver = await bureau.start();
    await work();
    // then
    const [request] = receiver.received;
    const { id: taskId } = await driver.openTask('review');
    expect(receiver.received).toHaveLength(1);
    expect(request && isSignedWith(secret, request)).toBe(true);
    expect(request && isSignedWith(secret, { ...request, body: `${request.body} ` })).toBe(false);
    expect(request?.headers['content-type']).toContain('application/cloudevents+json');
    expect(receiver.events()[0]).toMatchObject({
      specversion: '1.0',
      id: request?.headers['webhook-id'],
      source: 'https://fashen.example',
      type: 'cn.fashen.engine.taskCreated',
      subject: driver.instanceId,
      data: { taskId, nodeId: 'review', actorId: 'jia' },
    });
    expect(request?.body).not.toContain('占道经营');
    expect(request?.body).not.toContain('法制审核');
  });

  it('get nothing of a command that was rolled back', async () => {
    // given
    const hook = await add();
    // when
    const failing = bureau.app.as('jia').run(async (tx) => {
      await bureau.app.instances.start(tx, { definitionKey: 'two-steps', businessKey: 'x', title: 'x' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await work();
    // then
    expect(await log(hook.id)).toEqual([]);
    expect(receiver.received).toEqual([]);
  });

  it('keep their secret: sealed in the database and never shown again', async () => {
    // given
    const { secret, ...view } = await add();
    // when
    const [shown] = (await controller.list(await yin(), {})).items;
    const [row] = await bureau.app.database.dataSource.query('SELECT secret FROM notification_webhook');
    // then
    expect(secret).toMatch(/^whsec_.{44}$/);
    expect(shown).toEqual(view);
    expect(row.secret).toMatch(/^sealed:/);
    expect(row.secret).not.toContain(secret.slice(6));
  });

  it('are tried again with growing pauses, each attempt with the same id, and written down', async () => {
    // given
    const hook = await add(['engine.taskCreated']);
    receiver.status = 503;
    await bureau.start();
    await work();
    expect(await log(hook.id)).toMatchObject([{ state: 'OPEN', attempts: 1, status: 503 }]);
    // when
    await work();
    expect(receiver.received).toHaveLength(1);
    bureau.app.clock.advance({ seconds: 5 });
    await work();
    receiver.status = 204;
    bureau.app.clock.advance({ minutes: 1 });
    await work();
    // then
    expect(await log(hook.id)).toMatchObject([{ state: 'DONE', attempts: 3, status: 204, eventName: 'engine.taskCreated' }]);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect((await controller.list(await yin(), {})).items[0]).not.toHaveProperty('failingSince');
  });

  it('follow no redirect', async () => {
    // given
    const hook = await add(['engine.taskCreated']);
    const elsewhere = await WebhookReceiver.open();
    receiver.status = 307;
    receiver.location = elsewhere.url;
    // when
    await bureau.start();
    await work();
    // then
    expect(await log(hook.id)).toMatchObject([{ state: 'OPEN', status: 307 }]);
    expect(elsewhere.received).toEqual([]);
    await elsewhere.close();
  });

  it('are stopped after days without a success, and the operators are told', async () => {
    // given
    const hook = await add(['engine.taskCreated']);
    receiver.status = 500;
    // when
    for (let day = 0; day < 4; day += 1) {
      await bureau.start(`第${day}日`);
      await work();
      bureau.app.clock.advance({ days: 1 });
    }
    await work();
    // then
    expect((await controller.list(await yin(), {})).items).toMatchObject([{ id: hook.id, active: false }]);
    expect(await bureau.noticesOf('yin')).toMatchObject([{ kind: 'webhookStopped', params: { name: '档案系统' } }]);
    const attempts = receiver.received.length;
    await bureau.start('停用后');
    await work();
    expect(receiver.received).toHaveLength(attempts);
  });

  it('get again what happened while they were stopped, from an event on and in order', async () => {
    // given
    const hook = await add(['engine.taskCreated', 'engine.instanceEnded']);
    const driver = await bureau.start();
    await work();
    const [first] = receiver.events();
    const change = { name: hook.name, url: hook.url, events: [...hook.events] };
    await controller.replace(await yin(), hook.id, { ...change, active: false });
    await driver.act('bing', 'review');
    await driver.act('wu', 'decide');
    await work();
    expect(receiver.received).toHaveLength(1);
    // when
    await controller.replace(await yin(), hook.id, { ...change, active: true });
    const reply = await controller.replay(await yin(), hook.id, { fromEventId: first?.id ?? '' });
    await work();
    // then
    expect(reply).toEqual({ planned: 3 });
    const types = receiver
      .events()
      .slice(1)
      .map(({ type }) => type)
      .sort();
    expect(types).toEqual(['cn.fashen.engine.instanceEnded', 'cn.fashen.engine.taskCreated', 'cn.fashen.engine.taskCreated']);
    expect(
      receiver
        .events()
        .slice(1)
        .map(({ id }) => id),
    ).toContain(first?.id);
    await expect(controller.replay(await yin(), hook.id, { fromEventId: 'nothing' })).rejects.toMatchObject({
      code: 'notification.EVENT_MISSING',
    });
  });

  it('can be tried out, and sent one event again by hand', async () => {
    // given
    const hook = await add(['engine.instanceEnded']);
    // when
    const tested = await controller.test(await yin(), hook.id);
    await work();
    await controller.redeliver(await yin(), hook.id, tested.id);
    await work();
    // then
    expect(receiver.events().map(({ type }) => type)).toEqual(['cn.fashen.notification.test', 'cn.fashen.notification.test']);
    expect(await log(hook.id)).toMatchObject([{ state: 'DONE' }, { state: 'DONE' }]);
  });

  it('are refused at addresses inside, and removed with their log', async () => {
    // given
    const hook = await add();
    const inside = ['https://10.0.0.1/', 'https://localhost/', 'http://[::1]/'];
    // when
    const results = await Promise.allSettled(inside.map(async (url) => controller.add(await yin(), { name: 'x', url, events: ['*'] })));
    await controller.remove(await yin(), hook.id);
    // then
    for (const result of results) expect(result).toMatchObject({ reason: { code: 'notification.ADDRESS_REFUSED', kind: 'unprocessable' } });
    expect((await controller.list(await yin(), {})).items).toEqual([]);
  });
});
