import { type Counted, countStatements, testContext, verifyInvariants } from '@fashen/testing';
import { PersonRegistry } from '@fashen/plugins/directory/model';
import { ApprovalController } from '../server/approval.controller';
import { SigningRoom } from './signing-room';
import { verifySeats } from '../invariants';

const FEW = 100;
const SIGNERS = 300;
/** Rows go to the database many at a time; a loop over signers would need one statement for each. */
const SIGNERS_PER_STATEMENT = 50;

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
          posts: [`member-${SIGNERS}`, ...(index < FEW ? [`member-${FEW}`] : [])],
          certificates: [],
        });
    });
  });
  afterAll(() => room.app.close());

  /** Statements of opening a step with so many seats, of one vote among them, and of the vote that decides. */
  async function statementsWith(signers: number): Promise<{ readonly opening: number; readonly vote: number; readonly deciding: number }> {
    const driver = await counted(() =>
      room.at({ mode: 'count', threshold: '2' }, `<assignment:assignment kind="post" value="member-${signers}"/>`),
    );
    expect(await room.open(driver.result)).toHaveLength(signers);
    // Looked up beforehand: only the acts are counted.
    const [first, second] = [await room.taskOf(driver.result, 'p7'), await room.taskOf(driver.result, 'p8')];
    const vote = await counted(() => room.act(driver.result, 'p7', 'agree', { taskId: first.id }));
    const deciding = await counted(() => room.act(driver.result, 'p8', 'agree', { taskId: second.id }));
    expect(await room.result(driver.result)).toMatchObject({ result: 'passed', agree: 2 });
    return { opening: driver.statements, vote: vote.statements, deciding: deciding.statements };
  }

  const counted = <T>(act: () => Promise<T>): Promise<Counted<T>> => countStatements(room.app.database.dataSource, act);

  it('adds less than one statement per fifty signers, and none to a single vote (E58)', async () => {
    const few = await statementsWith(FEW);
    const many = await statementsWith(SIGNERS);
    const growth = (SIGNERS - FEW) / SIGNERS_PER_STATEMENT;
    expect(many.vote).toBe(few.vote);
    expect(many.opening - few.opening).toBeLessThanOrEqual(growth);
    expect(many.deciding - few.deciding).toBeLessThanOrEqual(growth);
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
