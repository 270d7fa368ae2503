import fc from 'fast-check';
import { type Actor, CaseAccess, isWorkflowError } from '@fashen/plugin-api';
import type { TestApp } from '@fashen/testing';
import { openBureau } from './small-bureau';

const PEOPLE = ['p1', 'p2', 'p3', 'p4'];
const UNITS = ['u1', 'u2'];
const ROLES = ['r1', 'r2'];

const actor = fc
  .record({
    personId: fc.constantFrom(...PEOPLE),
    unitId: fc.option(fc.constantFrom(...UNITS), { nil: undefined }),
    roles: fc.subarray(ROLES),
    permissions: fc.oneof(
      { weight: 3, arbitrary: fc.constant<string[]>([]) },
      { weight: 1, arbitrary: fc.subarray(['case.readUnit', 'case.readAll']) },
    ),
  })
  .map((parts): Actor => ({ kind: 'person', name: parts.personId, ...parts }));

const principal = fc.oneof(
  fc.constantFrom(...PEOPLE).map((id) => `person:${id}`),
  fc.constantFrom(...UNITS).map((id) => `unit:${id}`),
  fc.constantFrom(...ROLES).map((id) => `role:${id}`),
  fc.tuple(fc.constantFrom(...ROLES), fc.constantFrom(...UNITS)).map(([role, unit]) => `role:${role}@${unit}`),
);

/** What happens to the first task of a case: given to somebody, offered to some, or offered to nobody. */
const holder = fc.oneof(
  fc.constantFrom(...PEOPLE).map((assigneeId) => ({ assigneeId })),
  fc.array(principal, { minLength: 0, maxLength: 3 }).map((candidates) => ({ candidates })),
  fc.record({ assigneeId: fc.constantFrom(...PEOPLE), candidates: fc.array(principal, { minLength: 1, maxLength: 2 }) }),
);

const fate = fc.constantFrom('leave', 'complete', 'terminate');
const story = fc.record({ starter: actor, holders: fc.array(holder, { maxLength: 2 }), fate, terminator: actor });

/** Whoever sees a case in the list must be able to open it, and the other way round: the rule and the SQL say the same. */
describe('who sees a case', () => {
  let app: TestApp;
  let count = 0;

  beforeAll(async () => {
    app = await openBureau();
  });
  afterAll(() => app.close());

  const happen = async ({
    starter,
    holders,
    fate: end,
    terminator,
  }: typeof story extends fc.Arbitrary<infer T> ? T : never): Promise<string> => {
    const businessKey = `案-${(count += 1)}`;
    const { id } = await app.as(starter).run((tx) => app.instances.start(tx, { definitionKey: 'small-file', businessKey, title: '案' }));
    const task = async () => (await app.as(starter).read((tx) => app.tasks.ofInstance(tx, id)))[0];
    for (const one of holders)
      await app.as(starter).run(async (tx) => app.tasks.assign(tx, (await app.tasks.ofInstance(tx, id))[0]?.id ?? '', one));
    if (end === 'terminate') await app.as(terminator).run((tx) => app.instances.terminate(tx, id, '误立'));
    const open = await task();
    if (end === 'complete' && open?.assigneeId) {
      const who: Actor = { kind: 'person', personId: open.assigneeId, name: open.assigneeId, roles: [], permissions: [] };
      await app.as(who).run((tx) => app.tasks.complete(tx, open.id, {}));
    }
    return id;
  };

  const opens = async (who: Actor, caseId: string): Promise<boolean> => {
    try {
      await app.as(who).read((tx) => app.get(CaseAccess).require(tx, caseId));
      return true;
    } catch (error) {
      if (isWorkflowError(error) && error.kind === 'missing') return false;
      throw error;
    }
  };

  it('is the same in the list and at the door, in random worlds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(story, { minLength: 1, maxLength: 5 }),
        fc.array(actor, { minLength: 1, maxLength: 5 }),
        async (stories, viewers) => {
          // given
          const ids: string[] = [];
          for (const one of stories) ids.push(await happen(one));
          for (const viewer of viewers) {
            // when
            const page = await app.as(viewer).read((tx) => app.instances.list(tx, { visibleTo: viewer, limit: 200 }));
            const listed = ids.filter((id) => page.items.some((item) => item.id === id));
            const opened: string[] = [];
            for (const id of ids) if (await opens(viewer, id)) opened.push(id);
            // then
            expect(listed).toEqual(opened);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
