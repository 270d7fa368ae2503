import { verifySeats, verifyVotes } from '@fashen/plugins/approval/invariants';
import { openTaskOf, signing } from './operations/racing';
import { OperationsRoom } from './operations/room';
import { ProcessDriver } from '@fashen/testing';

type Sql = readonly [text: string, ...values: (string | number)[]];

describe('votes in the record against votes at the seats', () => {
  let room: OperationsRoom;
  /** Seat of bing, who has agreed, and the visit in which ding was against. */
  let seat: string;
  let visit: string;

  beforeAll(async () => {
    room = await OperationsRoom.open();
    const driver = await ProcessDriver.start(room.app, { definitionKey: 'loop', as: 'jia' });
    await driver.act('jia', 'A');
    const task = await openTaskOf(driver, 'bing');
    await signing('agree', 'bing', task)(room);
    await signing('takeBack', 'bing', task)(room);
    const again = await openTaskOf(driver, 'bing');
    await signing('agree', 'bing', again)(room);
    await signing('object', 'ding', await openTaskOf(driver, 'ding'))(room);
    seat = again.id;
    visit = (await driver.tasks()).find(({ nodeId, kind }) => nodeId === 'B' && kind === 'VISIT')?.id ?? '';
  });
  afterAll(() => room.close());

  const query = ([text, ...values]: Sql): Promise<readonly Record<string, string>[]> => room.app.database.dataSource.query(text, values);
  const found = (): Promise<readonly string[]> => verifyVotes(room.app.database.dataSource);
  const foundAfter = async (damage: Sql, repair: Sql): Promise<readonly string[]> => {
    await query(damage);
    try {
      return await found();
    } finally {
      await query(repair);
    }
  };
  /** Does something to the one entry of an act that names this task, and answers what is found. */
  const foundWithout = async (act: string, taskId: string, change: (payload: string) => string): Promise<readonly string[]> => {
    const [entry] = (await query(['SELECT instance_id, seq, payload FROM record_entry WHERE act = ?', act])).filter(({ payload }) =>
      payload?.includes(taskId),
    );
    const set = (payload: string): Sql => [
      'UPDATE record_entry SET payload = ? WHERE instance_id = ? AND seq = ?',
      ...[payload, entry?.['instance_id'] ?? '', Number(entry?.['seq'])],
    ];
    return foundAfter(set(change(entry?.['payload'] ?? '')), set(entry?.['payload'] ?? ''));
  };

  it('are the same after votes, one of them taken back, and a decision', async () => {
    expect(await found()).toEqual([]);
    expect(await verifySeats(room.app.database.dataSource)).toEqual([]);
  });

  it('differ when a seat was changed behind the record', async () => {
    const status = (value: string): Sql => ['UPDATE approval_seat SET status = ? WHERE id = ?', value, seat];
    expect(await foundAfter(status('ABSTAIN'), status('AGREE'))).toEqual([`the record says agree of seat ${seat}, the seat abstain`]);
  });

  it('differ when a seat got another weight', async () => {
    const weight = (value: number): Sql => ['UPDATE approval_seat SET weight = ? WHERE id = ?', value, seat];
    expect(await foundAfter(weight(2), weight(1))).toEqual([`seat ${seat} counts 2, in the record 1`]);
  });

  it('differ when the record holds another vote', async () => {
    const findings = await foundWithout('approval.voted', seat, (payload) => payload.replace('"agree"', '"against"'));
    expect(findings).toEqual([
      `the record says against of seat ${seat}, the seat agree`,
      `step ${visit}: agree is 0 by its votes, 1 in the record, 1 in its result`,
      `step ${visit}: against is 2 by its votes, 1 in the record, 1 in its result`,
    ]);
  });

  it('differ when the record has lost a vote', async () => {
    const findings = await foundWithout('approval.voted', seat, (payload) => payload.replaceAll(seat, 'elsewhere'));
    expect(findings).toContain(`the record says nothing of seat ${seat}, the seat agree`);
    expect(findings).toContain('the record has a vote of elsewhere, which is no seat');
  });

  it('differ when the result says another sum', async () => {
    const [row] = await query(['SELECT outcome FROM engine_task WHERE id = ?', visit]);
    const set = (outcome: string): Sql => ['UPDATE engine_task SET outcome = ? WHERE id = ?', outcome, visit];
    const outcome = row?.['outcome'] ?? '';
    expect(await foundAfter(set(outcome.replace('"agree":1', '"agree":2')), set(outcome))).toEqual([
      `step ${visit}: agree is 1 by its votes, 1 in the record, 2 in its result`,
    ]);
  });

  it('differ when a step has a result and was never decided', async () => {
    const findings = await foundWithout('approval.decided', visit, (payload) => payload.replaceAll(visit, 'elsewhere'));
    expect(findings).toContain(`step ${visit} has a result, the record no decision`);
  });
});
