import type { Tx } from '@fashen/plugin-api';
import { createTestPlace, type TestPlace } from '@fashen/testing';
import { APPROVAL, opinion } from '../src/bench/approval-process';
import { type BenchNode, openBenchNode } from '../src/bench/bench-node';
import { CommandLog, type SentCommand } from '../src/soak/command-log';
import { judge, type Judgment } from '../src/soak/judgment';

type Sql = readonly [text: string, ...values: (string | number | null)[]];

const HOUR_MS = 3_600_000;
const NOW = Date.now();

describe('the judgment after a crash', () => {
  let place: TestPlace;
  let node: BenchNode;
  let log: CommandLog;
  /** A case that waits for its timer, one that waits for approval, one that was ended. */
  const ids = { timer: '', approval: '', ended: '' };

  const run = async <T>(personId: string, expectedAct: string, work: (tx: Tx) => Promise<T>, race?: string): Promise<T> => {
    const sent = log.add({ personId, expectedAct, ...(race && { race }) });
    const answer = await node.units.run({ ...node.context(await node.actor(personId)), requestId: sent.key }, work);
    sent.status = 200;
    return answer;
  };
  const start = async (): Promise<string> => {
    const request = { definitionKey: APPROVAL, title: '样例', businessKey: `case-${log.commands.length}` };
    return (await run('jia', 'engine.instanceStarted', (tx) => node.instances.start(tx, request))).id;
  };
  const complete = (personId: string, caseId: string, race?: string): Promise<unknown> =>
    run(
      personId,
      'engine.taskCompleted',
      async (tx) => {
        const open = (await node.tasks.ofInstance(tx, caseId)).find(({ state }) => state === 'READY' || state === 'ASSIGNED');
        return node.tasks.complete(tx, open?.id ?? '', { output: open?.nodeId === 'report' ? {} : opinion });
      },
      race,
    );

  beforeAll(async () => {
    place = await createTestPlace();
    node = await openBenchNode(place.url, true);
    log = new CommandLog();
    for (const name of ['timer', 'approval', 'ended'] as const) ids[name] = await start();
    for (const caseId of [ids.timer, ids.approval]) await complete('jia', caseId);
    await complete('xin', ids.timer);
    await complete('bing', ids.timer, 'review');
    await run('jia', 'engine.instanceTerminated', (tx) => node.instances.terminate(tx, ids.ended, '测试'));
  });
  afterAll(async () => {
    await node.close();
    await place.remove();
  });

  const query = (sql: Sql): Promise<readonly Record<string, string>[]> => {
    const [text, ...values] = sql;
    return node.database.dataSource.query(text, values);
  };
  const judged = (commands: readonly SentCommand[] = log.commands): Promise<Judgment> =>
    judge(node.database.dataSource, { commands: [...commands] }, { moddles: node.host.moddles, now: NOW, graceMs: HOUR_MS });
  /** Does damage to the database, judges, and repairs it. */
  const judgedAfter = async (damage: Sql, repair: Sql): Promise<Judgment> => {
    await query(damage);
    try {
      return await judged();
    } finally {
      await query(repair);
    }
  };
  const taskAt = async (caseId: string, nodeId: string): Promise<string> =>
    (await query(['SELECT id FROM engine_task WHERE instance_id = ? AND node_id = ?', caseId, nodeId]))[0]?.['id'] ?? '';

  it('finds nothing where nothing is wrong', async () => {
    expect(await judged()).toMatchObject({ acknowledged: 8, findings: [] });
  });

  it('finds an open task that the table has lost (I4)', async () => {
    const id = await taskAt(ids.approval, 'approve');
    const { findings } = await judgedAfter(
      ["UPDATE engine_task SET state = 'CANCELLED' WHERE id = ?", id],
      ["UPDATE engine_task SET state = 'READY' WHERE id = ?", id],
    );
    expect(findings).toContainEqual(expect.stringMatching(`^I4: ${ids.approval} waits at task .+ the rows say nothing`));
  });

  it('finds a task that the table has and the case has not (I4)', async () => {
    const id = await taskAt(ids.timer, 'approve');
    const { findings } = await judgedAfter(
      ["UPDATE engine_task SET state = 'ASSIGNED' WHERE id = ?", id],
      ["UPDATE engine_task SET state = 'DONE' WHERE id = ?", id],
    );
    expect(findings).toContainEqual(expect.stringMatching(`^I4: ${ids.timer} waits at task nothing`));
    expect(findings).toContainEqual(`I6: the record says that ${id} was completed, the table does not`);
  });

  it('finds candidates that were lost (I4)', async () => {
    const id = await taskAt(ids.approval, 'approve');
    const { findings } = await judgedAfter(
      ["UPDATE engine_task_candidate SET task_id = 'nowhere' WHERE task_id = ?", id],
      ["UPDATE engine_task_candidate SET task_id = ? WHERE task_id = 'nowhere'", id],
    );
    expect(findings).toEqual(['I4: candidates of nowhere, which may not be claimed', `I4: ${id} has lost its candidates`]);
  });

  it('finds a timer that nobody will fire (I4)', async () => {
    const [job] = await query(['SELECT id, execution_id FROM engine_job WHERE instance_id = ?', ids.timer]);
    const { findings } = await judgedAfter(
      ["UPDATE engine_job SET execution_id = 'gone' WHERE id = ?", job?.['id'] ?? ''],
      ['UPDATE engine_job SET execution_id = ? WHERE id = ?', job?.['execution_id'] ?? '', job?.['id'] ?? ''],
    );
    expect(findings).toEqual([expect.stringMatching(`^I4: ${ids.timer} waits at timer .+ the rows say gone`)]);
  });

  it('finds a case that runs but waits for nothing (I9)', async () => {
    const { findings } = await judgedAfter(
      ["UPDATE engine_instance SET status = 'RUNNING' WHERE id = ?", ids.ended],
      ["UPDATE engine_instance SET status = 'TERMINATED' WHERE id = ?", ids.ended],
    );
    expect(findings).toEqual([
      `I9: ${ids.ended} runs but waits for nothing`,
      `I5: the record of ${ids.ended} leads to status other than stored`,
    ]);
  });

  it('finds a changed entry of a record (I3)', async () => {
    const [entry] = await query(['SELECT payload FROM record_entry WHERE instance_id = ? AND seq = 2', ids.approval]);
    const { findings, chainErrors } = await judgedAfter(
      [`UPDATE record_entry SET payload = '{"nodeId":"other"}' WHERE instance_id = ? AND seq = 2`, ids.approval],
      ['UPDATE record_entry SET payload = ? WHERE instance_id = ? AND seq = 2', entry?.['payload'] ?? '', ids.approval],
    );
    expect(chainErrors).toBe(1);
    expect(findings).toContain(`I3: ${ids.approval} 2 changed`);
  });

  it('finds a gap in a record (I3)', async () => {
    const { findings } = await judgedAfter(
      ['UPDATE record_entry SET seq = 1002 WHERE instance_id = ? AND seq = 2', ids.approval],
      ['UPDATE record_entry SET seq = 2 WHERE instance_id = ? AND seq = 1002', ids.approval],
    );
    expect(findings).toEqual(expect.arrayContaining([`I3: the record of ${ids.approval} is broken at 3`]));
  });

  const columnOf = async (column: string): Promise<string> =>
    (await query([`SELECT ${column} FROM engine_instance WHERE id = ?`, ids.timer]))[0]?.[column] ?? '';
  const damaged: readonly (readonly [string, string, string])[] = [
    ['state', 'state', '{"v":1,"n":99,"t":[]}'],
    ['variables', 'variables', '{"approval":{"passed":false}}'],
    ['trail', 'trail', '{"nodes":{},"flows":{}}'],
    ['end', 'end_node_id', 'filed'],
  ];
  it.each(damaged)('finds a case whose %s does not follow from its record (I5)', async (what, column, value) => {
    const before = await columnOf(column);
    const { findings } = await judgedAfter(
      [`UPDATE engine_instance SET ${column} = ? WHERE id = ?`, value, ids.timer],
      [`UPDATE engine_instance SET ${column} = ? WHERE id = ?`, before || null, ids.timer],
    );
    expect(findings).toContain(`I5: the record of ${ids.timer} leads to ${what} other than stored`);
  });

  const entryOf = async (act: string): Promise<readonly [seq: number, payload: string]> => {
    const sql = 'SELECT seq, payload FROM record_entry WHERE instance_id = ? AND act = ? ORDER BY seq DESC';
    const [entry] = await query([sql, ids.timer, act]);
    return [Number(entry?.['seq']), entry?.['payload'] ?? ''];
  };
  const told: readonly (readonly [string, string, (payload: string) => string, string])[] = [
    [
      'an act that cannot happen',
      'engine.advanced',
      (text) => text.replace(/"executionId":"[^"]+"/, '"executionId":"zz"'),
      'complete is not',
    ],
    ['another way', 'engine.advanced', (text) => text.replace(/"entered":\[[^\]]*\]/, '"entered":["publish"]'), 'enters '],
    ['no act at all', 'engine.advanced', (text) => text.replace('"acts":', '"other":'), 'does not tell what was done'],
  ];
  it.each(told)('finds a record that tells %s (I5)', async (_name, act, change, problem) => {
    const [seq, payload] = await entryOf(act);
    const where = 'WHERE instance_id = ? AND seq = ?';
    const { findings } = await judgedAfter(
      [`UPDATE record_entry SET payload = ? ${where}`, change(payload), ids.timer, seq],
      [`UPDATE record_entry SET payload = ? ${where}`, payload, ids.timer, seq],
    );
    expect(findings).toContainEqual(expect.stringContaining(`I5: the record of ${ids.timer} does not replay at ${seq}: ${problem}`));
  });

  it('finds an answer that is not the one the case went on with (I5)', async () => {
    const [seq, payload] = await entryOf('engine.taskCompleted');
    const where = 'WHERE instance_id = ? AND seq = ?';
    const { findings } = await judgedAfter(
      [`UPDATE record_entry SET payload = ? ${where}`, payload.replace(/"output":\{/, '"output":{"added":1,'), ids.timer, seq],
      [`UPDATE record_entry SET payload = ? ${where}`, payload, ids.timer, seq],
    );
    expect(findings).toContain(`I5: the record of ${ids.timer} leads to variables other than stored`);
  });

  it('finds a command that was answered with yes and is lost (I1)', async () => {
    const lost: SentCommand = { key: 'lost-1', personId: 'xin', expectedAct: 'engine.taskCompleted', attempts: 1, status: 200 };
    expect(await judged([...log.commands, lost])).toMatchObject({
      lost: 1,
      findings: ['I1: lost-1 (engine.taskCompleted) stands in the record 0 times'],
    });
  });

  it('finds a command that happened twice (I1, I6)', async () => {
    const columns =
      'at, actor_id, on_behalf_of, act, payload, before_state, after_state, reason, request_id, prev_sha256, sha256, prev_sm3, sm3';
    const { findings, doubled } = await judgedAfter(
      [
        `INSERT INTO record_entry (instance_id, seq, ${columns}) SELECT instance_id, 999, ${columns} FROM record_entry
         WHERE instance_id = ? AND act = 'engine.taskCompleted' AND actor_id = 'xin'`,
        ids.timer,
      ],
      ['DELETE FROM record_entry WHERE seq = 999'],
    );
    expect(doubled).toBe(1);
    expect(findings).toContainEqual(expect.stringMatching(/^I1: .+ stands in the record 2 times/));
    expect(findings).toContainEqual(`I6: task ${await taskAt(ids.timer, 'approve')} was completed twice`);
  });

  it('finds what nobody asked for, and what a refused command left behind (I2)', async () => {
    const [first, second] = log.commands;
    const refused = log.commands.flatMap((sent) => (sent === first ? [] : [sent === second ? { ...sent, status: 409 } : sent]));
    const { findings } = await judged(refused);
    expect(findings).toContain(`I2: nobody sent ${first?.key} (engine.instanceStarted)`);
    expect(findings).toContain(`I2: ${second?.key} was refused (409), but left engine.instanceStarted`);
  });

  it('finds two winners of one race (I6)', async () => {
    const both: SentCommand = {
      key: 'second-1',
      personId: 'zi',
      expectedAct: 'engine.taskCompleted',
      race: 'review',
      attempts: 1,
      status: 200,
    };
    expect(await judged([...log.commands, both])).toMatchObject({ wrongWinners: 1 });
  });

  it('finds a timer that fired without being there (I7)', async () => {
    const where = `WHERE instance_id = '${ids.approval}' AND seq = 2`;
    const [entry] = await query([`SELECT act, payload FROM record_entry ${where}`]);
    const { findings } = await judgedAfter(
      [`UPDATE record_entry SET act = 'engine.timerFired', payload = '{"nodeId":"moment"}' ${where}`],
      [`UPDATE record_entry SET act = ?, payload = ? ${where}`, entry?.['act'] ?? '', entry?.['payload'] ?? ''],
    );
    expect(findings).toContain(`I7: the timer at moment of ${ids.approval} fired 1 times in 0 visits`);
  });

  it('finds a timer that is long overdue (I7)', async () => {
    const { findings } = await judgedAfter(
      ['UPDATE engine_job SET due_at = due_at - ?', 2 * HOUR_MS],
      ['UPDATE engine_job SET due_at = due_at + ?', 2 * HOUR_MS],
    );
    expect(findings).toEqual([expect.stringMatching(/^I7: engine_job .+ is overdue$/)]);
  });

  it('finds an event that nobody delivers (I8)', async () => {
    const { findings } = await judgedAfter(
      [
        `INSERT INTO engine_outbox (id, event_id, subscriber, event, context, state, due_at, attempts, locked_until, created_at)
         VALUES ('forgotten', 'event', 'x', '{}', '{}', 'OPEN', 1, 0, 0, 1)`,
      ],
      ["DELETE FROM engine_outbox WHERE id = 'forgotten'"],
    );
    expect(findings).toEqual(['I8: engine_outbox forgotten is overdue']);
  });

  it('finds work that a dead node keeps for too long (I10)', async () => {
    const { findings } = await judgedAfter(
      ['UPDATE engine_job SET locked_until = ?', NOW + HOUR_MS],
      ['UPDATE engine_job SET locked_until = 0'],
    );
    expect(findings).toEqual([expect.stringMatching(/^I10: engine_job .+ is on lease until/)]);
  });

  it('finds one person in two duties that must be apart (I11)', async () => {
    const id = await taskAt(ids.timer, 'review');
    const { findings } = await judgedAfter(
      ["UPDATE engine_task SET ended_by = 'xin' WHERE id = ?", id],
      ["UPDATE engine_task SET ended_by = 'bing' WHERE id = ?", id],
    );
    expect(findings).toContain(`I11: xin did approve and review of ${ids.timer}`);
    expect(findings).toContain(`I6: task ${id} is done, but the record does not say so`);
  });
});
