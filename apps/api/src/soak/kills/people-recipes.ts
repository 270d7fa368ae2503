import type { JsonObject } from '@fashen/plugin-api';
import { openDatabase } from '@fashen/database';
import { first, REASON, type Recipes } from './desk';
import { CLOCKS, LEAVING, MOVED } from './drawings';
import type { Request, Stage } from './stage';

const DAY_MS = 86_400_000;
const A_YEAR = 365;

/** A rule for a day in a year that no other rule speaks of. */
function newRule(stage: Stage): Request {
  const from = Date.now() + (A_YEAR + stage.count()) * DAY_MS;
  const [fromAt, toAt] = [new Date(from).toISOString(), new Date(from + DAY_MS / 2).toISOString()];
  const body = { deputyId: 'zi', fromAt, toAt, processes: [CLOCKS], nodes: [], mode: 'SHARE', ...REASON };
  return { who: 'bing', path: '/deputies', body };
}

const ruled = async (stage: Stage): Promise<string> => {
  const { rule } = (await first(stage, newRule(stage))) as { rule: JsonObject };
  return String(rule['id']);
};

/** Somebody leaves who holds a task, and whom a drawing names. */
const leaving = async (stage: Stage): Promise<Request> => {
  await stage.once('task of who leaves', () => stage.begin(LEAVING));
  return { who: 'yin', path: '/hand-overs', body: { leaverId: 'chou', successorId: 'ren', ...REASON } };
};

/** Whoever stands in for somebody, and takes over from somebody. */
export const peopleRecipes: Recipes = {
  'POST /deputies': async (stage) => newRule(stage),
  'POST /deputies/:ruleId/ending': async (stage) => ({ who: 'bing', path: `/deputies/${await ruled(stage)}/ending`, body: REASON }),
  'POST /deputies/:ruleId/open-tasks': async (stage) => {
    await stage.once('task of the principal', async () => stage.submit(await stage.begin(CLOCKS), 'A', 'jia'));
    return { who: 'bing', path: `/deputies/${await ruled(stage)}/open-tasks` };
  },
  'POST /hand-overs': leaving,
  'POST /hand-overs/:handOverId/items/:itemId/settlement': async (stage) => {
    const { result } = (await first(stage, await leaving(stage))) as { result: JsonObject };
    await stage.work();
    const { items } = (await stage.get('yin', `/hand-overs/${String(result['id'])}`)) as { items: readonly JsonObject[] };
    const item = items.find(({ state }) => state === 'BY_HAND');
    return { who: 'yin', path: `/hand-overs/${String(result['id'])}/items/${String(item?.['id'])}/settlement` };
  },
};

const plan: Request = {
  who: 'ren',
  path: '/migrations',
  body: { processKey: MOVED, fromVersion: 2, toVersion: 1, ...REASON },
};

const aCase = (stage: Stage): Promise<string> => stage.once('case to migrate', () => stage.begin(MOVED));

/** Cases go back to the first version: planned, and looked at. */
const looked = async (stage: Stage): Promise<string> => {
  await stage.begin(MOVED);
  const id = String((await first(stage, plan))['id']);
  await first(stage, { who: 'ren', path: `/migrations/${id}/check` });
  await stage.work();
  return id;
};

/** Migrations of running cases, and work that is stuck. */
export const jobRecipes: Recipes = {
  'POST /migrations': async (stage) => {
    await aCase(stage);
    return plan;
  },
  'POST /migrations/:migrationId/check': async (stage) => {
    await aCase(stage);
    return { who: 'ren', path: `/migrations/${String((await first(stage, plan))['id'])}/check` };
  },
  'POST /migrations/:migrationId/execution': async (stage) => ({ who: 'ren', path: `/migrations/${await looked(stage)}/execution` }),
  'POST /migrations/:migrationId/retry': async (stage) => {
    const id = await looked(stage);
    await stage.offline((url) =>
      rewrite(url, [
        ["UPDATE case_control_migration SET state = 'DONE' WHERE id = ?", id],
        ["UPDATE case_control_migration_item SET state = 'FAILED' WHERE migration_id = ?", id],
      ]),
    );
    return { who: 'ren', path: `/migrations/${id}/retry` };
  },
  'POST /incidents/:jobId/retry': async (stage) => {
    const caseId = await stage.begin(CLOCKS);
    await stage.submit(caseId, 'A', 'jia');
    const [job] = await stage.rows<{ id: string }>('SELECT id FROM engine_job WHERE instance_id = ? ORDER BY id', caseId);
    const stuck = "UPDATE engine_job SET state = 'STUCK', stuck_at = due_at, attempts = 5 WHERE id = ?";
    await stage.offline((url) => rewrite(url, [[stuck, job?.id ?? '']]));
    return { who: 'yin', path: `/incidents/${job?.id}/retry` };
  },
};

/** Brings about what would take days or failing machines. */
async function rewrite(url: string, changes: readonly (readonly [sql: string, id: string])[]): Promise<void> {
  const { dataSource } = await openDatabase({ url, entities: [], migrations: [], acceptUnsafe: true });
  for (const [sql, id] of changes) await dataSource.query(sql, [id]);
  await dataSource.destroy();
}
