import { CaseAccess } from '@fashen/plugin-api';
import { verifyInvariants } from '@fashen/testing';
import { PersonRegistry } from '@fashen/plugins/directory/model';
import { SmallCirculation } from './small-circulation';

describe('copies and circulation', () => {
  let desk: SmallCirculation;

  beforeAll(async () => {
    desk = await SmallCirculation.open();
  });
  afterAll(() => desk.app.close());
  afterEach(async () => expect(await verifyInvariants(desk.app.database.dataSource, desk.app.host.moddles)).toEqual([]));

  const sees = async (who: string, caseId: string): Promise<boolean> =>
    desk.app.as(who).read((tx) =>
      desk.app
        .get(CaseAccess)
        .require(tx, caseId)
        .then(
          () => true,
          () => false,
        ),
    );

  it('give a stranger sight of the case, and a receipt once it is read', async () => {
    // given
    const caseId = await desk.start();
    expect(await sees('mao', caseId)).toBe(false);
    // when
    await desk.send('jia', caseId, { personIds: ['mao'], reason: '请知悉' });
    const before = await desk.inbox('mao');
    desk.app.clock.advance({ minutes: 5 });
    const { readAt } = await desk.read('mao', caseId);
    desk.app.clock.advance({ minutes: 5 });
    const again = await desk.read('mao', caseId);
    // then
    expect(await sees('mao', caseId)).toBe(true);
    expect(before).toMatchObject([{ instanceId: caseId, title: '占道经营', mode: 'copy', sentByName: '甲样例', reason: '请知悉' }]);
    expect(again.readAt).toBe(readAt);
    expect(await desk.inbox('mao')).toEqual([]);
    expect(await desk.inbox('mao', 'read')).toMatchObject([{ instanceId: caseId, readAt }]);
    expect((await desk.show('jia', caseId)).receipts.find((one) => one.personId === 'mao')).toMatchObject({ personName: '卯样例', readAt });
  });

  it('are sent by steps when they begin, when they are passed and at the end; one row per person keeps all reasons', async () => {
    // given
    const caseId = await desk.start();
    const atStart = (await desk.show('jia', caseId)).receipts.map((one) => one.personId);
    // when
    await desk.end('jia', caseId);
    await desk.end('bing', caseId);
    const afterReview = (await desk.show('jia', caseId)).receipts.map((one) => one.personId);
    desk.app.clock.advance({ minutes: 1 });
    await desk.end('wu', caseId);
    const { receipts } = await desk.show('jia', caseId);
    // then
    expect(atStart).toEqual(['gui']);
    expect([...afterReview].sort()).toEqual(['chou', 'gui', 'yi']);
    const reader = receipts.find((one) => one.personId === 'chou');
    expect(receipts).toHaveLength(3);
    expect(reader?.reasons.map(({ source, nodeId }) => [source, nodeId])).toEqual([
      ['enter', 'decide'],
      ['end', 'decide'],
    ]);
    expect(reader?.mode).toBe('circulation');
  });

  it('stay when the case is ended before its time while they are unread', async () => {
    // given
    const caseId = await desk.start();
    await desk.send('jia', caseId, { personIds: ['mao'] });
    await desk.circulate('jia', caseId, 'zi');
    // when
    await desk.app.as('xin').run((tx) => desk.app.instances.terminate(tx, caseId, '不予处罚'));
    // then
    expect([await sees('mao', caseId), await sees('zi', caseId)]).toEqual([true, true]);
    expect((await desk.inbox('zi')).map(({ instanceId, status }) => [instanceId, status])).toEqual([[caseId, 'TERMINATED']]);
    await desk.read('zi', caseId);
    expect(await desk.inbox('zi', 'read')).toMatchObject([{ instanceId: caseId }]);
  });

  it('keep comments after the end apart from those of the file', async () => {
    // given
    const caseId = await desk.start();
    await desk.circulate('jia', caseId, 'mao');
    await desk.comment('mao', caseId, '无意见');
    await desk.app.as('xin').run((tx) => desk.app.instances.terminate(tx, caseId, '不予处罚'));
    // when
    await desk.comment('mao', caseId, '建议今后改进');
    const { comments, lateComments } = await desk.show('jia', caseId);
    // then
    expect(comments.map(({ text }) => text)).toEqual(['无意见']);
    expect(lateComments.map(({ text }) => text)).toEqual(['建议今后改进']);
  });

  it('refuse comments of those who got a copy to read only, and of strangers', async () => {
    // given
    const caseId = await desk.start();
    await desk.send('jia', caseId, { personIds: ['mao'] });
    // when, then
    await expect(desk.comment('mao', caseId, '我有话说')).rejects.toMatchObject({ code: 'circulate.NOT_A_READER' });
    await expect(desk.comment('jia', caseId, '我也有')).rejects.toMatchObject({ code: 'circulate.NOT_A_READER' });
    await expect(desk.comment('zi', caseId, '还有我')).rejects.toMatchObject({ code: 'case-file.CASE_MISSING' });
  });

  it('are taken back by their sender while unread, and the sight of the case goes with them', async () => {
    // given
    const caseId = await desk.start();
    await desk.send('jia', caseId, { personIds: ['mao', 'zi'] });
    await desk.read('zi', caseId);
    // when
    await desk.withdraw('jia', caseId, 'mao');
    // then
    expect([await sees('mao', caseId), await sees('zi', caseId)]).toEqual([false, true]);
    await expect(desk.withdraw('jia', caseId, 'zi')).rejects.toMatchObject({ code: 'circulate.ALREADY_READ' });
    await expect(desk.withdraw('jia', caseId, 'gui')).rejects.toMatchObject({ code: 'circulate.NOT_THE_SENDER' });
    await expect(desk.withdraw('jia', caseId, 'mao')).rejects.toMatchObject({ code: 'circulate.COPY_MISSING' });
    await desk.send('jia', caseId, { personIds: ['mao'] });
    expect(await sees('mao', caseId)).toBe(true);
  });

  it('keep what somebody else has sent when one sender takes his own back', async () => {
    // given
    const caseId = await desk.start();
    await desk.send('jia', caseId, { personIds: ['mao'] });
    await desk.read('mao', caseId);
    await desk.send('xin', caseId, { personIds: ['mao'], reason: '再看一次' });
    const unread = await desk.unreadOf('mao');
    // when
    await desk.withdraw('xin', caseId, 'mao');
    // then
    expect(await desk.unreadOf('mao')).toBe(unread - 1);
    expect(await sees('mao', caseId)).toBe(true);
    expect((await desk.show('jia', caseId)).receipts.find((one) => one.personId === 'mao')?.reasons).toHaveLength(1);
  });

  it('do nothing in a rehearsal, which names the readers', async () => {
    // given
    const caseId = await desk.start();
    await desk.send('jia', caseId, { personIds: ['mao'] });
    // when
    const rehearsed = await desk.rehearse('jia', caseId, ['mao', 'zi']);
    // then
    expect(rehearsed).toMatchObject({
      dryRun: true,
      affected: [],
      result: {
        readers: [
          { personId: 'mao', wasReader: true },
          { personId: 'zi', wasReader: false },
        ],
      },
    });
    expect(await sees('zi', caseId)).toBe(false);
  });

  it('go to everybody of a role, and to nobody who has left', async () => {
    // given
    const caseId = await desk.start();
    await desk.app.as('setup').run((tx) =>
      desk.app.get(PersonRegistry).addPerson(tx, {
        ...{ id: 'gone', name: '走样例', unitId: 'legal', roles: [], posts: [], certificates: [] },
      }),
    );
    await desk.app.database.dataSource.query("UPDATE directory_person SET active = 0 WHERE id = 'gone'");
    // when
    const sent = await desk.send('jia', caseId, { roles: ['legal-reviewer'] });
    // then
    expect(sent.result.readers.map(({ personId }) => personId).sort()).toEqual(['bing', 'geng', 'zi']);
    await expect(desk.send('jia', caseId, { personIds: ['gone'] })).rejects.toMatchObject({ code: 'circulate.TARGET_INACTIVE' });
    await expect(desk.send('jia', caseId, { roles: ['no-such-role'] })).rejects.toMatchObject({ code: 'circulate.NOBODY_NAMED' });
    await expect(desk.send('mao', caseId, { personIds: ['zi'] })).rejects.toMatchObject({ code: 'case-file.CASE_MISSING' });
  });

  it('are listed page by page, newest first, without loss', async () => {
    // given
    const caseIds: string[] = [];
    for (let count = 0; count < 5; count++) {
      const caseId = await desk.start();
      await desk.send('jia', caseId, { personIds: ['ren'] });
      caseIds.unshift(caseId);
      if (count % 2 === 1) desk.app.clock.advance({ minutes: 1 });
    }
    // when
    const paged = await desk.pages('ren', 2);
    // then
    expect([...paged].sort()).toEqual([...caseIds].sort());
    expect(paged[0]).toBe(caseIds[0]);
    expect(await desk.unreadOf('ren')).toBe(5);
  });

  it('are told once per reader, and the record keeps them', async () => {
    // given
    const caseId = await desk.start();
    await desk.send('jia', caseId, { personIds: ['mao', 'zi'], reason: '请知悉' });
    // when
    const rows = await desk.app.database.dataSource.query<{ act: string; reason: string | null }[]>(
      "SELECT act, reason FROM record_entry WHERE instance_id = ? AND act = 'circulate.sent' ORDER BY seq",
      [caseId],
    );
    // then
    expect(rows.map(({ reason }) => reason)).toEqual([null, '请知悉', '请知悉']);
  });
});

describe('copies of a bureau where they end with the unit', () => {
  it('give no access after a move; the receipt stays', async () => {
    // given
    const desk = await SmallCirculation.open({ circulate: { endsWithUnit: true } });
    const caseId = await desk.start();
    await desk.send('jia', caseId, { personIds: ['mao'] });
    await desk.read('mao', caseId);
    // when
    await desk.app.database.dataSource.query("UPDATE directory_person SET unit_id = 'office' WHERE id = 'mao'");
    // then
    await expect(desk.show('mao', caseId)).rejects.toMatchObject({ code: 'case-file.CASE_MISSING' });
    expect(await desk.inbox('mao', 'read')).toEqual([]);
    expect((await desk.show('jia', caseId)).receipts.find((one) => one.personId === 'mao')?.readAt).toBeDefined();
    await desk.app.close();
  });
});
