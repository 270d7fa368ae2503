import { testContext, verifyInvariants } from '@fashen/testing';
import { PersonRegistry } from '@fashen/plugins/directory/model';
import { ApprovalController } from '../server/approval.controller';
import { SigningRoom } from './signing-room';
import { verifySeats } from '../invariants';

const SIGNERS = 300;

describe('many signers and many requests', () => {
  let room: SigningRoom;

  beforeAll(async () => {
    room = await SigningRoom.open();
    const registry = room.app.get(PersonRegistry);
    await room.app.as('setup').run(async (tx) => {
      for (let index = 0; index < SIGNERS; index++)
        await registry.addPerson(tx, {
          id: `p${index}`,
          name: `样例${index}`,
          unitId: 'office',
          roles: [],
          posts: ['member'],
          certificates: [],
        });
    });
  });
  afterAll(() => room.app.close());

  it('opens 300 seats within three seconds and decides among them within two, on a busy machine (E58)', async () => {
    // given
    const startedAt = performance.now();
    const driver = await room.at({ mode: 'count', threshold: '2' }, '<assignment:assignment kind="post" value="member"/>');
    const openedAt = performance.now();
    expect(await room.open(driver)).toHaveLength(SIGNERS);
    // when
    await room.act(driver, 'p7', 'agree');
    const { id: taskId } = await room.taskOf(driver, 'p8');
    const votedAt = performance.now();
    await room.act(driver, 'p8', 'agree', { taskId });
    const decidedAt = performance.now();
    // then
    expect(await room.result(driver)).toMatchObject({ result: 'passed', agree: 2 });
    expect(openedAt - startedAt).toBeLessThan(3_000);
    expect(decidedAt - votedAt).toBeLessThan(2_000);
    expect(await verifyInvariants(room.app.database.dataSource, room.app.host.moddles)).toEqual([]);
    expect(await verifySeats(room.app.database.dataSource)).toEqual([]);
  });

  it('votes once however often the same request comes (E57)', async () => {
    // given
    const driver = await room.at({ mode: 'all' });
    const { id } = await room.taskOf(driver, 'bing');
    const controller = room.app.get(ApprovalController);
    const { actor } = await room.app.as('bing').context();
    const context = testContext(actor, { now: room.app.clock.now(), idempotency: { key: 'one', fingerprint: 'same' } });
    // when
    const answers = await Promise.all(Array.from({ length: 20 }, () => controller.agree(context, id, { dryRun: false }, { opinion: '' })));
    // then
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await driver.tasks()).filter(({ endedBy }) => endedBy === 'bing')).toHaveLength(1);
    expect(await verifySeats(room.app.database.dataSource)).toEqual([]);
  });
});
