import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstanceView, JsonObject } from '@fashen/plugin-api';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { recordPlugin, verifyAllRecords } from '@fashen/plugins/record/server';
import { createTestApp, type TestApp } from '@fashen/testing';
import type { RecordEntryReply, Verification } from '../model';
import { RecordController } from '../server/record.controller';

describe('the record of a case', () => {
  let app: TestApp;
  let count = 0;

  beforeAll(async () => {
    app = await createTestApp({ plugins: [directoryPlugin, formPlugin, caseFilePlugin, assignmentPlugin, recordPlugin] });
    const registry = app.get(PersonRegistry);
    await app.as('setup').run(async (tx) => {
      for (const unit of sampleBureau.units) await registry.addUnit(tx, unit);
      for (const person of sampleBureau.persons) await registry.addPerson(tx, person);
    });
    await app.publish(await readFile(join(__dirname, 'record.bpmn'), 'utf8'));
  });
  afterAll(() => app.close());

  const start = (variables: JsonObject = {}): Promise<InstanceView> => {
    const businessKey = `案-${(count += 1)}`;
    return app.as('jia').run((tx) => app.instances.start(tx, { definitionKey: 'two-steps', businessKey, title: '占道经营', variables }));
  };

  const end = (who: string, [caseId, nodeId]: readonly [string, string], output: JsonObject, reason?: string): Promise<InstanceView> =>
    app.as(who).run(async (tx) => {
      const task = (await app.tasks.ofInstance(tx, caseId)).find((one) => one.nodeId === nodeId);
      return app.tasks.complete(tx, task?.id ?? '', { output, ...(reason && { reason }) });
    });

  /** A case from start to end. */
  const wholeCase = async (): Promise<string> => {
    const { id } = await start();
    await end('jia', [id, 'draft'], { draft: { fine: 5000 } }, '事实清楚');
    await end('xin', [id, 'approve'], { approved: true });
    return id;
  };

  const entries = async (who: string, caseId: string): Promise<readonly RecordEntryReply[]> => {
    const page = await app.get(RecordController).list(await app.as(who).context(), caseId, { limit: 200 });
    return page.items;
  };
  const verify = async (caseId: string): Promise<Verification> =>
    app.get(RecordController).verifyCase(await app.as('jia').context(), caseId);
  const sql = (text: string, values: unknown[]): Promise<unknown> => app.database.dataSource.query(text, values);

  it('tells everything that happened, numbered without gaps, with names, reasons and data', async () => {
    // given
    const id = await wholeCase();
    // when
    const told = await entries('jia', id);
    // then
    expect(told.map((entry) => entry.seq)).toEqual(told.map((_entry, index) => index + 1));
    expect(told[0]).toMatchObject({ act: 'engine.instanceStarted', actorId: 'jia', actorName: '甲样例', at: '2026-03-02T01:00:00.000Z' });
    expect(told.find((entry) => entry.act === 'engine.taskCompleted')).toMatchObject({
      actorName: '甲样例',
      reason: '事实清楚',
      payload: { nodeName: '拟稿', output: { draft: { fine: 5000 } } },
    });
    expect(told.map((entry) => entry.act)).toEqual(
      expect.arrayContaining(['engine.taskCreated', 'engine.taskAssigned', 'engine.instanceEnded']),
    );
  });

  it('is read page by page', async () => {
    // given
    const id = await wholeCase();
    const context = await app.as('jia').context();
    const all = await entries('jia', id);
    // when
    const first = await app.get(RecordController).list(context, id, { limit: 3 });
    const rest = await app.get(RecordController).list(context, id, { limit: 200, after: Number(first.next) });
    // then
    expect([...first.items, ...rest.items]).toEqual(all);
    expect(rest).not.toHaveProperty('next');
  });

  it('holds when nobody touched it, and says where its chain stands', async () => {
    // given
    const id = await wholeCase();
    // when
    const verification = await verify(id);
    // then
    const last = (await entries('jia', id)).at(-1);
    expect(verification).toEqual({ cases: 1, rows: last?.seq, head: { seq: last?.seq, sha256: last?.sha256, sm3: last?.sm3 } });
  });

  it('keeps nothing of a command that was refused', async () => {
    // given
    const { id } = await start();
    const before = await entries('jia', id);
    // when
    const refused = app.as('jia').run(async (tx) => {
      await app.instances.setVariables(tx, id, { secret: true });
      throw new Error('refused at last');
    });
    // then
    await expect(refused).rejects.toThrow('refused at last');
    expect(await entries('jia', id)).toEqual(before);
  });

  it('keeps rare characters and blanks at the end byte for byte', async () => {
    // given
    const { id } = await start();
    // when
    await end('jia', [id, 'draft'], { note: '𠮷野家 👍🏽 e\u0301 \u2028 ', 键: '值  ' }, '理由 𪚥  ');
    // then
    const entry = (await entries('jia', id)).find((one) => one.act === 'engine.taskCompleted');
    expect(entry).toMatchObject({ reason: '理由 𪚥  ', payload: { output: { note: '𠮷野家 👍🏽 e\u0301 \u2028 ', 键: '值  ' } } });
    expect(await verify(id)).not.toHaveProperty('broken');
  });

  it('refuses half characters, and with them the whole act', async () => {
    // given
    const { id } = await start();
    // when
    const ended = end('jia', [id, 'draft'], { note: 'x\ud800' });
    // then
    await expect(ended).rejects.toMatchObject({ code: 'record.TEXT_NOT_UNICODE', kind: 'unprocessable' });
    await expect(end('jia', [id, 'draft'], {}, '\udc00')).rejects.toMatchObject({ code: 'record.TEXT_NOT_UNICODE' });
    expect((await app.as('jia').read((tx) => app.instances.require(tx, id))).waiting).toHaveLength(1);
  });

  it('stays one chain when many write at once', async () => {
    // given
    const { id } = await start();
    const before = (await entries('jia', id)).length;
    // when
    await Promise.all(
      Array.from({ length: 8 }, (_none, index) => app.as('jia').run((tx) => app.instances.setVariables(tx, id, { [`n${index}`]: index }))),
    );
    // then
    expect((await entries('jia', id)).length).toBe(before + 8);
    expect(await verify(id)).not.toHaveProperty('broken');
  });

  it('stays one chain when those who write do not hold the row lock of the case', async () => {
    // given
    const { id } = await start();
    const before = (await entries('jia', id)).length;
    const seen = { name: 'test.seen', instanceId: id, payload: {} };
    // when
    await Promise.all(Array.from({ length: 6 }, () => app.as('jia').run(async (tx) => tx.emit(seen))));
    // then
    expect((await entries('jia', id)).length).toBe(before + 6);
    expect(await verify(id)).not.toHaveProperty('broken');
  });

  it('does not exist for those who may not see the case', async () => {
    // given
    const id = await wholeCase();
    const stranger = await app.as('mao').context();
    // when
    const refusals = await Promise.allSettled([
      app.get(RecordController).list(stranger, id, { limit: 50 }),
      app.get(RecordController).verifyCase(stranger, id),
    ]);
    // then
    expect(refusals).toMatchObject(Array(2).fill({ reason: { code: 'case-file.CASE_MISSING', kind: 'missing' } }));
  });

  describe('after tampering in the database', () => {
    let id: string;

    beforeEach(async () => {
      id = await wholeCase();
    });
    afterEach(() => sql('DELETE FROM record_entry WHERE instance_id = ?', [id]));

    it.each<[string, string, (value: string) => string]>([
      ['a figure in the data', 'payload', (text) => text.replace('5000', '500')],
      ['a reason', 'reason', () => '改过的理由'],
      ['an actor', 'actor_id', () => 'yi'],
      ['a time', 'at', (value) => String(Number(value) + 1000)],
    ])('names the row in which %s was changed', async (_name, column, changed) => {
      // given
      const row = (await entries('jia', id)).find((entry) => entry.act === 'engine.taskCompleted');
      const [stored] = (await sql(`SELECT ${column} AS value FROM record_entry WHERE instance_id = ? AND seq = ?`, [id, row?.seq])) as {
        value: string;
      }[];
      // when
      await sql(`UPDATE record_entry SET ${column} = ? WHERE instance_id = ? AND seq = ?`, [changed(String(stored?.value)), id, row?.seq]);
      // then
      expect(await verify(id)).toMatchObject({ broken: { instanceId: id, seq: row?.seq, kind: 'changed' } });
    });

    it('names the row that was removed', async () => {
      // when
      await sql('DELETE FROM record_entry WHERE instance_id = ? AND seq = 2', [id]);
      // then
      expect(await verify(id)).toMatchObject({ broken: { seq: 2, kind: 'gap' } });
    });

    it('names the first of two rows that changed places', async () => {
      // when
      for (const [from, to] of [
        [2, 0],
        [4, 2],
        [0, 4],
      ])
        await sql('UPDATE record_entry SET seq = ? WHERE instance_id = ? AND seq = ?', [to, id, from]);
      // then
      expect(await verify(id)).toMatchObject({ broken: { seq: 2, kind: 'reordered' } });
    });

    it('is found among all cases by those who may verify all, also beside the running system', async () => {
      // given
      await sql('DELETE FROM record_entry WHERE instance_id = ? AND seq = 1', [id]);
      // when
      const overHttp = await app.get(RecordController).verifyAll(await app.as('ding').context());
      const fromOutside = await verifyAllRecords(app.database.dataSource);
      const oneFromOutside = await verifyAllRecords(app.database.dataSource, id);
      // then
      expect(overHttp.broken).toEqual({ instanceId: id, seq: 1, kind: 'gap' });
      expect(fromOutside).toEqual(overHttp);
      expect(oneFromOutside.broken).toEqual(overHttp.broken);
    });
  });

  it('is checked across pages of the table', async () => {
    // given
    const { id } = await start();
    await app.as('jia').run(async (tx) => {
      for (let place = 0; place < 1200; place++) tx.emit({ name: 'test.seen', instanceId: id, payload: { place } });
    });
    // when
    const verification = await verify(id);
    // then
    expect(verification.rows).toBeGreaterThan(1200);
    expect(verification).not.toHaveProperty('broken');
    await sql("UPDATE record_entry SET act = 'test.other' WHERE instance_id = ? AND seq = 1100", [id]);
    expect(await verify(id)).toMatchObject({ broken: { seq: 1100, kind: 'changed' } });
    await sql('DELETE FROM record_entry WHERE instance_id = ?', [id]);
  });
});
