import type { JsonObject } from '@fashen/plugin-api';
import { successorOf } from '@fashen/plugins/case-file/model';
import { ProcessDriver } from '@fashen/testing';

/** The steps of the ordinary procedure up to its catalog: who does them, and what they say. */
const ORDINARY_STEPS: readonly (readonly [person: string, node: string, answers: JsonObject])[] = [
  ['jia', 'proposeFiling', { filing: { reason: '现场检查发现', competent: true, withinLimitation: true, proposedOn: '2026-09-14' } }],
  ['yi', 'confirmFiling', { filing: { coAgrees: true } }],
  ['wu', 'approveFiling', { filing: { approved: true, comment: '同意立案', filedOn: '2026-09-14' } }],
  [
    'jia',
    'investigate',
    {
      investigation: {
        ...{ summary: '已完成调查', evidenceKinds: ['SITE_RECORD'], certificateShown: true, recusalTold: true },
        ...{ siteRecordOn: '2026-09-15', closedOn: '2026-09-18' },
      },
    },
  ],
];

const draftOf = (fine: number): JsonObject => ({
  draft: {
    ...{
      proposal: 'PENALTY',
      facts: '事实清楚',
      evidence: '现场笔录',
      legalBasis: '样例条款',
      discretion: '按基准',
      kinds: ['FINE'],
      fine,
    },
    ...{ structureRemoval: false, publicInterestMajor: false, socialImpact: 'NONE', complex: false, crossRegion: false },
    ...{ crimeSuspected: false, mitigationOrNoPenalty: false, urgent: false, consecutiveDailyFine: false },
    ...{ namedByHigher: false, governmentApprovalRequired: false },
  },
});

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
  for (const [person, node, output] of ORDINARY_STEPS) await run.act(person, node, { output });
  await run.act('jia', 'draftReport', { output: draftOf(fine) });
  await run.act('xin', 'unitApproval', { output: { unitApproval: { approved: true, comment: '同意' } } });
}
