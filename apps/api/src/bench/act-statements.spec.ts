import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchStatements } from '@fashen/database';
import { ApproveActs } from './approve-acts';
import { type BenchNode, openBenchNode } from './bench-node';

describe('the statements of one approval', () => {
  let folder: string;
  let node: BenchNode;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fashen-act-'));
    node = await openBenchNode(`sqlite:${join(folder, 'act.db')}`, true);
  });
  afterAll(async () => {
    await node.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('ask nothing about seats, drafts and returns of a case that has none', async () => {
    // given
    const acts = await ApproveActs.of(node);
    const [taskId = ''] = await acts.prepare(1);
    const sent: string[] = [];
    const stop = watchStatements(node.database.dataSource, (sql) => sent.push(sql));
    // when
    await acts.approve(taskId);
    stop();
    // then
    expect(sent.filter((sql) => /approval_seat|opinion_draft|rework_frame/.test(sql))).toEqual([]);
    expect(sent.filter((sql) => /UPDATE engine_task /.test(sql))).toHaveLength(1);
  });
});
