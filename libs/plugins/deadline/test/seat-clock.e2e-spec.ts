import { verifyInvariants } from '@fashen/testing';
import { SigningClock } from './signing-clock';

const SEAT = 'seatPeriod="dispute"';

describe('clocks of signers', () => {
  let room: SigningClock;

  beforeEach(async () => {
    room = await SigningClock.open();
  });
  afterEach(async () => {
    const violations = await verifyInvariants(room.app.database.dataSource, room.app.host.moddles);
    await room.app.close();
    expect(violations).toEqual([]);
  });

  it('remind who has not voted, and nobody else', async () => {
    const driver = await room.at('mode="all"', SEAT);
    expect(await room.dueDays(driver)).toEqual({ bing: '2026-09-28', ding: '2026-09-28', wu: '2026-09-28' });
    await room.act(driver, 'bing', 'agree', { opinion: '同意' });
    await room.until('2026-09-24T09:00:00+08:00');
    expect(room.told('deadline.reminded').map(({ days, personIds }) => [days, personIds])).toEqual([
      [1, ['ding']],
      [1, ['wu']],
    ]);
    await room.until('2026-09-29T00:00:00+08:00');
    expect(room.told('deadline.expired').map(({ act, personIds }) => [act, personIds])).toEqual([
      ['REMIND', ['ding']],
      ['REMIND', ['wu']],
    ]);
    expect(await room.dueDays(driver)).toEqual({ ding: '2026-09-28', wu: '2026-09-28' });
  });

  it('let who has not voted abstain after the last full day, and the step is judged', async () => {
    const driver = await room.at('mode="all" earlyFail="false"', `${SEAT} atSeatEnd="ABSTAIN"`);
    await room.act(driver, 'bing', 'agree', { opinion: '同意' });
    await room.until('2026-09-28T23:59:59+08:00');
    expect(await driver.waiting()).toEqual(['Sign']);
    await room.until('2026-09-29T00:00:00+08:00');
    expect(await driver.waiting()).toEqual(['Again']);
    expect((await driver.instance()).variables['Sign']).toMatchObject({ result: 'notPassed', agree: 1, abstain: 2 });
    expect(
      room
        .told('approval.voted')
        .map(({ personId, choice, cause }) => [personId, choice, cause])
        .sort(),
    ).toEqual([
      ['bing', 'agree', undefined],
      ['ding', 'abstain', 'timeout'],
      ['wu', 'abstain', 'timeout'],
    ]);
    const seats = (await driver.tasks()).filter(({ kind, mark }) => kind === 'SEAT' && mark === 'timeout');
    expect(seats.map(({ endedBy }) => endedBy)).toEqual(['system', 'system']);
  });

  it('let what is left decide, and count as agreement only where that is drawn, never on a step of the law', async () => {
    const excluded = await room.at('mode="ratio" threshold="1/2" abstain="excluded" earlyPass="false"', `${SEAT} atSeatEnd="ABSTAIN"`);
    await room.act(excluded, 'bing', 'agree', { opinion: '同意' });
    const agreed = await room.at('mode="all"', `${SEAT} atSeatEnd="AGREE"`);
    await room.until('2026-09-29T00:00:00+08:00');
    expect(await excluded.waiting()).toEqual(['After']);
    expect((await agreed.instance()).variables['Sign']).toMatchObject({ result: 'passed', agree: 3 });
    for (const act of ['AGREE', 'ABSTAIN'])
      await expect(room.at('mode="all" statutory="true"', `${SEAT} atSeatEnd="${act}"`)).rejects.toThrow('statutory-by-person');
  });

  it('begin with the turn of each; whoever takes a vote back has no more time', async () => {
    const inTurn = await room.at('mode="sequential"', SEAT);
    const together = await room.at('mode="all"', SEAT);
    expect(await room.dueDays(inTurn)).toEqual({ bing: '2026-09-28' });
    await room.until('2026-09-24T10:00:00+08:00');
    await room.act(inTurn, 'bing', 'agree', { opinion: '同意' });
    expect(await room.dueDays(inTurn)).toEqual({ ding: '2026-09-30' });
    await room.act(together, 'bing', 'agree', { opinion: '同意' });
    await room.act(together, 'bing', 'takeBack', { reason: '再看' });
    expect((await room.dueDays(together))['bing']).toBe('2026-09-28');
  });

  it('end with the step, where that is over earlier; those whose turn would come then abstain too', async () => {
    const driver = await room.at('mode="sequential" earlyFail="false"', 'period="dispute" atEnd="COMPLETE" seatPeriod="service"');
    expect(await room.dueDays(driver)).toEqual({ bing: '2026-09-28' });
    await room.until('2026-09-29T00:00:00+08:00');
    expect((await driver.instance()).variables['Sign']).toMatchObject({ result: 'notPassed', abstain: 3 });
    expect(room.told('deadline.seatExpired').map(({ vote, personIds }) => [vote, personIds])).toEqual([
      ['ABSTAIN', ['bing']],
      ['ABSTAIN', ['ding']],
      ['ABSTAIN', ['wu']],
    ]);
  });

  it('decide nothing over who was asked: that person and the signer are told', async () => {
    const driver = await room.at('mode="all" earlyFail="false"', `${SEAT} atSeatEnd="ABSTAIN"`);
    await room.act(driver, 'bing', 'delegate', { personId: 'zi', reason: '请核' });
    await room.until('2026-09-29T00:00:00+08:00');
    expect(await driver.waiting()).toEqual(['Sign']);
    expect(await room.dueDays(driver)).toEqual({ bing: '2026-09-28' });
    expect(room.told('deadline.expired').filter(({ act }) => act === 'ESCALATE')).toMatchObject([{ personIds: ['zi', 'bing'] }]);
    // Timers of the same moment fire in any order.
    expect(
      room
        .told('deadline.seatExpired')
        .map(({ personIds }) => personIds)
        .sort(),
    ).toEqual([['ding'], ['wu']]);
  });

  it('tell who waits for somebody, where the term of the step only reminds', async () => {
    const asked = await room.at('mode="all"', 'period="dispute"');
    await room.act(asked, 'bing', 'delegate', { personId: 'zi', reason: '请核' });
    await room.until('2026-09-29T00:00:00+08:00');
    expect(room.told('deadline.expired').map(({ personIds }) => [...(personIds as readonly string[])].sort())).toEqual([
      ['ding', 'wu', 'zi'],
    ]);
    expect(room.told('deadline.escalated').map(({ personIds }) => personIds)).toEqual([['bing']]);
  });

  it('let the others abstain at the end of the step, and nobody over who was asked', async () => {
    const driver = await room.at('mode="ratio" threshold="1/2"', 'period="dispute" atEnd="AUTO_AGREE" output="lapsed"');
    await room.act(driver, 'bing', 'delegate', { personId: 'zi', reason: '请核' });
    await room.act(driver, 'ding', 'agree', { opinion: '同意' });
    await room.until('2026-09-29T00:00:00+08:00');
    expect(await driver.waiting()).toEqual(['Sign']);
    expect(room.told('deadline.seatExpired').map(({ personIds }) => personIds)).toEqual([['wu']]);
    expect(room.told('deadline.escalated').map(({ personIds }) => personIds)).toEqual([['bing']]);
    await room.act(driver, 'zi', 'advise', { opinion: '可以' });
    await room.act(driver, 'bing', 'agree', { opinion: '同意' });
    expect((await driver.instance()).variables['Sign']).toMatchObject({ result: 'passed', agree: 2, abstain: 1 });
  });

  it('tell the next above who is late, in the same unit where there is one', async () => {
    await room.at('mode="all"', `${SEAT} atSeatEnd="ESCALATE" escalateTo="legal-section-head"`);
    await room.until('2026-09-29T00:00:00+08:00');
    expect(
      room
        .told('deadline.escalated')
        .map(({ personIds }) => personIds)
        .sort(),
    ).toEqual([['ding'], ['ding', 'bing'], ['ding', 'wu']]);
  });

  it('let one of timer and person win', async () => {
    const driver = await room.at('mode="all" earlyFail="false"', `${SEAT} atSeatEnd="ABSTAIN"`);
    room.app.clock.set(new Date('2026-09-29T00:00:00+08:00'));
    const ends = await Promise.allSettled([room.app.work(), room.act(driver, 'bing', 'agree', { opinion: '同意' })]);
    await room.app.work();
    const votes = room.told('approval.voted').filter(({ personId }) => personId === 'bing');
    expect(ends[0].status).toBe('fulfilled');
    expect(new Set(votes.map(({ choice }) => choice)).size).toBe(1);
    expect((await driver.instance()).variables['Sign']).toMatchObject({ result: 'notPassed' });
  });
});
