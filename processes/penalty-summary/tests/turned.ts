import type { JsonObject } from '@fashen/plugin-api';
import { successorOf } from '@fashen/plugins/case-file/model';
import { ProcessDriver } from '@fashen/testing';
import { draft, usualAnswers, usualPersons } from '../../penalty-ordinary/tests/answers';

/** The ordinary case as which one found on the street went on. */
export async function ordinaryOf(run: ProcessDriver): Promise<ProcessDriver> {
  const { variables } = await run.instance();
  return ProcessDriver.of(run.app, successorOf(variables)?.caseId ?? '');
}

/** How many cases go by the ordinary procedure. */
export async function ordinaryCases({ app }: ProcessDriver): Promise<number> {
  const query = { definitionKey: 'penalty-ordinary', limit: 200 };
  return (await app.as('ji').read((tx) => app.instances.list(tx, query))).items.length;
}

/** What the record of a case says of an act. */
export async function told({ app, instanceId }: ProcessDriver, act: string): Promise<readonly JsonObject[]> {
  const sql = 'SELECT payload FROM record_entry WHERE instance_id = ? AND act = ? ORDER BY seq';
  const rows: readonly { payload: string }[] = await app.database.dataSource.query(sql, [instanceId, act]);
  return rows.map(({ payload }) => JSON.parse(payload) as JsonObject);
}

/** Files the ordinary case and drafts its penalty, up to what the catalog says. */
export async function filedAndDrafted(run: ProcessDriver, fine: number): Promise<void> {
  const answersOf = (node: string): JsonObject => (node === 'draftReport' ? draft({ fine }) : (usualAnswers[node] ?? {}));
  for (const node of ['proposeFiling', 'confirmFiling', 'approveFiling', 'investigate', 'draftReport', 'unitApproval']) {
    await run.act(usualPersons[node] ?? '', node, { output: answersOf(node) });
  }
}
