import { randomUUID } from 'node:crypto';
import type { ReviewStatistics, StatisticsQuery } from '@fashen/plugins/legal-review/model';
import { type Counted, countStatements } from '@fashen/testing';
import { OpinionEntity } from '../server/opinion.entity';
import { StatisticsController } from '../server/statistics.controller';
import { SmallReview } from './small-review';

const SEPTEMBER: StatisticsQuery = { from: '2026-09-01', to: '2026-09-30' };

describe('the statistics of legal review', () => {
  let small: SmallReview;

  beforeAll(async () => {
    small = await SmallReview.open();
  });
  afterAll(() => small.app.close());

  async function read(query = SEPTEMBER): Promise<Counted<ReviewStatistics>> {
    const context = await small.app.as('bing').context();
    return countStatements(small.app.database.dataSource, () => small.app.get(StatisticsController).of(context, query));
  }

  async function reviewed(code: 'PASS' | 'SUPPLEMENT', blocked: readonly string[] = []): Promise<string> {
    const id = await small.start();
    await small.draft(id, { fine: 4_000 });
    await small.opine(id, code, 'bing', blocked);
    await small.sign(id);
    return id;
  }

  /** As many further cases as asked for, reviewed as this one was. */
  async function repeat(caseId: string, times: number): Promise<void> {
    const opinions = small.app.database.dataSource.getRepository(OpinionEntity);
    const rows = await opinions.find({ where: { instanceId: caseId }, order: { seq: 'ASC' } });
    for (let n = 0; n < times; n += 1) {
      const instanceId = randomUUID();
      const ids = new Map(rows.map((row) => [row.id, randomUUID()]));
      const copies = rows.map((row) => ({ ...row, instanceId, id: ids.get(row.id), opinionId: ids.get(row.opinionId ?? '') ?? null }));
      await opinions.insert(copies);
    }
  }

  it('are the same few statements for one case and for many, and leave none out', async () => {
    // given
    const passed = await reviewed('PASS');
    await read();
    const one = await read();
    await reviewed('SUPPLEMENT', ['L05']);
    const two = await read();
    // when
    await repeat(passed, 1_100);
    const many = await read();
    // then
    expect(one.result).toMatchObject({ opinions: 1, firstPass: { part: 1, whole: 1 }, inTime: { part: 1, whole: 1 }, medianDays: 0 });
    expect(two.result).toMatchObject({
      ...{ opinions: 2, firstPass: { part: 1, whole: 2 }, returns: 1, inTime: { part: 2, whole: 2 } },
      reasons: [{ key: 'EVIDENCE', count: 1 }],
    });
    expect(two.statements).toBe(one.statements);
    expect(many.result).toMatchObject({ opinions: 1_102, firstPass: { part: 1_101, whole: 1_102 }, inTime: { part: 2, whole: 2 } });
    expect(many.statements).toBe(one.statements + 4);
  });

  it('are empty for days on which nothing was signed', async () => {
    expect((await read({ from: '2026-10-01', to: '2026-10-31' })).result).toMatchObject({ opinions: 0, firstPass: { part: 0, whole: 0 } });
  });
});
