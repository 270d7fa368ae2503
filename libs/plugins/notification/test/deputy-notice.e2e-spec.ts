import type { Class, RequestContext } from '@fashen/plugin-api';
import { deputyPlugin } from '@fashen/plugins/deputy/server';
import { MAILED_AT_FIRST, type NoticeView } from '../model';
import { MailCatcher } from './mail-catcher';
import { NoticeBureau } from './notice-bureau';

interface DeputyDesk {
  add(context: RequestContext, body: object): Promise<{ readonly rule: { readonly id: string } }>;
  end(context: RequestContext, ruleId: string, body: object): Promise<unknown>;
}
const deputyDesk = deputyPlugin.controllers?.find(({ name }) => name === 'DeputyController') as Class<DeputyDesk>;

const NOW = new Date('2026-11-23T10:00:00+08:00');
const PRINCIPAL = 'wu';
const DEPUTY = 'ji';

describe('notices of a deputy', () => {
  let bureau: NoticeBureau;
  let catcher: MailCatcher;

  beforeEach(async () => {
    catcher = await MailCatcher.open();
    bureau = await NoticeBureau.open({ smtpUrl: catcher.url, mailFrom: 'fashen@bureau.example' }, NOW, [deputyPlugin]);
  });
  afterEach(async () => {
    await bureau.app.close();
    await catcher.close();
  });

  async function stand(mode: 'MOVE' | 'SHARE', scope: object = {}): Promise<string> {
    const toAt = new Date(NOW.getTime() + 7 * 86_400_000).toISOString();
    const body = { deputyId: DEPUTY, fromAt: NOW.toISOString(), toAt, mode, reason: '出差', processes: [], nodes: [], ...scope };
    return (await bureau.app.get(deputyDesk).add(await bureau.app.as(PRINCIPAL).context(), body)).rule.id;
  }
  async function newTask(title: string): Promise<void> {
    const driver = await bureau.start(title);
    await driver.act('bing', 'review');
    await bureau.app.work();
    await bureau.app.work();
  }
  const ofDeputy = async (): Promise<readonly NoticeView[]> =>
    (await bureau.noticesOf(DEPUTY)).filter(({ kind }) => kind === 'taskForOther');

  it.each(['MOVE', 'SHARE'] as const)('tell of a new task of the principal once, by a rule that says %s', async (mode) => {
    // given
    await bureau.choose(DEPUTY, {});
    await stand(mode);
    // when
    await newTask('占道经营');
    // then
    const [notice, ...more] = await ofDeputy();
    expect(more).toEqual([]);
    expect(notice?.params).toMatchObject({ principal: '戊样例', title: '占道经营', step: '签批决定' });
    expect((await bureau.noticesOf(PRINCIPAL)).map(({ kind }) => kind)).toContain('taskAssigned');
    expect(catcher.mails.filter(({ to }) => to.includes(`${DEPUTY}@bureau.example`))).toHaveLength(1);
  });

  it('are mailed only where the deputy wants them, and end with the rule and outside its steps', async () => {
    // given
    await bureau.choose(DEPUTY, { mailKinds: MAILED_AT_FIRST.filter((kind) => kind !== 'taskForOther') });
    const ruleId = await stand('MOVE');
    // when
    await newTask('甲');
    await bureau.app.get(deputyDesk).end(await bureau.app.as(PRINCIPAL).context(), ruleId, { reason: '已返回' });
    await newTask('乙');
    await stand('MOVE', { processes: ['another'] });
    await newTask('丙');
    // then
    expect((await ofDeputy()).map(({ params }) => params['title'])).toEqual(['甲']);
    expect(catcher.mails.flatMap(({ to }) => to)).not.toContain(`${DEPUTY}@bureau.example`);
  });
});
