import { Notices, type NoticeKind } from '../model';
import { NoticeController } from '../server/notice.controller';
import { MailCatcher } from './mail-catcher';
import { NoticeBureau } from './notice-bureau';

const NIGHT = new Date('2026-11-23T23:00:00+08:00');
const quiet = { start: '22:00', end: '07:30', weekends: false };

describe('mail', () => {
  let bureau: NoticeBureau;
  let catcher: MailCatcher;

  const open = async (now?: Date): Promise<void> => {
    const settings = { smtpUrl: catcher.url, mailFrom: '法审 <fashen@bureau.example>', publicUrl: 'https://fashen.example' };
    bureau = await NoticeBureau.open(settings, now);
  };
  const tell = (kind: NoticeKind, sourceId = '1'): Promise<void> =>
    bureau.app.as('jia').run((tx) => bureau.app.get(Notices).tell(tx, { kind, to: ['person:wu'], sourceId, params: { title: '甲<b>&' } }));
  const received = (): readonly string[] => catcher.mails.flatMap(({ to }) => to);

  beforeEach(async () => {
    catcher = await MailCatcher.open();
  });
  afterEach(async () => {
    await bureau.app.close();
    await catcher.close();
  });

  it('brings a task to its holder, with a way to the case', async () => {
    // given
    await open();
    await bureau.choose('wu', {});
    const driver = await bureau.start();
    await driver.act('bing', 'review');
    // when
    await bureau.app.work();
    await bureau.app.work();
    // then
    const [mail] = catcher.mails;
    expect(mail).toMatchObject({ from: 'fashen@bureau.example', to: ['wu@bureau.example'] });
    const text = decoded(mail?.source ?? '');
    expect(text).toContain('占道经营');
    expect(text).toContain(`https://fashen.example/cases/${driver.instanceId}?task=`);
    expect(catcher.mails).toHaveLength(1);
  });

  it('goes to nobody who gave no address or did not choose the kind', async () => {
    // given
    await open();
    await bureau.choose('wu', { mailKinds: ['overdue'] });
    // when
    await tell('taskAssigned', '1');
    await tell('overdue', '2');
    await bureau.choose('wu', { mailAddress: null });
    await tell('overdue', '3');
    await bureau.choose('wu', { mailKinds: ['overdue'] });
    await bureau.app.work();
    // then
    expect(received()).toEqual(['wu@bureau.example']);
  });

  it('waits for the end of the quiet hours', async () => {
    // given
    await open(NIGHT);
    await bureau.choose('wu', { quiet });
    await tell('taskAssigned');
    // when
    await bureau.app.work();
    bureau.app.clock.set(new Date('2026-11-24T07:29:59+08:00'));
    await bureau.app.work();
    const before = received().length;
    bureau.app.clock.set(new Date('2026-11-24T07:30:00+08:00'));
    await bureau.app.work();
    // then
    expect(before).toBe(0);
    expect(received()).toEqual(['wu@bureau.example']);
  });

  it('breaks through quiet hours only when it is urgent and the person says so', async () => {
    // given
    await open(NIGHT);
    await bureau.choose('wu', { quiet });
    await tell('overdue', '1');
    await bureau.app.work();
    const without = received().length;
    await bureau.choose('wu', { quiet, urgentBreaksThrough: true });
    // when
    await tell('taskAssigned', '2');
    await tell('overdue', '3');
    await bureau.app.work();
    // then
    expect(without).toBe(0);
    expect(received()).toHaveLength(1);
  });

  it('is not sent any more when the notice was read meanwhile', async () => {
    // given
    await open(NIGHT);
    await bureau.choose('wu', { quiet });
    await tell('taskAssigned');
    // when
    await bureau.app.get(NoticeController).markAllRead(await bureau.app.as('wu').context());
    bureau.app.clock.advance({ hours: 12 });
    await bureau.app.work();
    // then
    expect(received()).toEqual([]);
  });

  it('is tried again when the server refuses, and becomes an incident in the end, without the address', async () => {
    // given
    await open();
    await bureau.choose('wu', {});
    catcher.refusal = '451 wu@bureau.example later';
    await tell('taskAssigned');
    // when
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await bureau.app.work();
      bureau.app.clock.advance({ hours: 1 });
    }
    const [incident] = (await bureau.app.as('yin').read((tx) => bureau.app.jobs.incidents(tx, {}))).items;
    expect(incident).toMatchObject({ type: 'notification.mail', attempts: 8, error: 'notification.MAIL_NOT_SENT' });
    catcher.refusal = undefined;
    await bureau.app.as('yin').run((tx) => bureau.app.jobs.retry(tx, incident?.jobId ?? ''));
    await bureau.app.work();
    // then
    expect(received()).toEqual(['wu@bureau.example']);
  });

  it('says a title as it is, in the text and in the markup', async () => {
    // given
    await open();
    await bureau.choose('wu', {});
    // when
    await tell('taskAssigned');
    await bureau.app.work();
    // then
    const text = decoded(catcher.mails[0]?.source ?? '');
    expect(text).toContain('甲<b>&');
    expect(text).toContain('甲&lt;b&gt;&amp;');
  });
});

/** The parts of a mail, decoded. */
function decoded(source: string): string {
  const parts = source.split(/\n--[-_=.\w]+\n?/).map((part) => {
    const [head = '', ...rest] = part.split('\n\n');
    const body = rest.join('\n\n');
    if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
    return /quoted-printable/i.test(head) ? fromQuotedPrintable(body) : part;
  });
  return parts.join('\n');
}

function fromQuotedPrintable(body: string): string {
  const bytes = body.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
