import type { JsonObject } from '@fashen/plugin-api';
import { verifyInvariants } from '@fashen/testing';
import { wantedSignature } from '../model';
import { SmallOpinion } from './small-opinion';

describe('signatures', () => {
  let desk: SmallOpinion;

  beforeEach(async () => {
    desk = await SmallOpinion.open();
  });
  afterEach(async () => {
    expect(await verifyInvariants(desk.app.database.dataSource, desk.app.host.moddles)).toEqual([]);
    await desk.close();
  });

  const query = (sql: string, values: readonly unknown[]): Promise<unknown> => desk.app.database.dataSource.query(sql, [...values]);
  const signed = async (): Promise<{ caseId: string; signatureId: string }> => {
    const { caseId, taskId } = await desk.inDecision();
    const data = { decision: { fine: 3000, approved: true } };
    const { signatureId } = await desk.sign('wu', taskId, data);
    await desk.end('wu', caseId, data);
    return { caseId, signatureId };
  };

  it('cover what is stored once the task has ended with what was signed', async () => {
    // given
    const { caseId, signatureId } = await signed();
    // when
    const verified = await desk.verify('jia', signatureId);
    // then
    expect(verified).toMatchObject({ isCovered: true, uncovered: [], changedPaths: [], method: 'password' });
    expect((await desk.opinions('jia', caseId)).at(-1)).toMatchObject({ nodeId: 'decide', signatureId });
    await expect(desk.verify('mao', signatureId)).rejects.toMatchObject({ code: 'opinion.SIGNATURE_MISSING', params: { signatureId } });
  });

  it('do not cover a case in which one field was changed afterwards', async () => {
    // given
    const { caseId, signatureId } = await signed();
    // when
    await desk.app.as('jia').run((tx) => desk.app.instances.setVariables(tx, caseId, { decision: { fine: 300 } }));
    // then
    expect(await desk.verify('jia', signatureId)).toMatchObject({ isCovered: false, uncovered: ['data'], changedPaths: ['decision.fine'] });
  });

  it.each([
    ['the opinion', "UPDATE opinion_opinion SET text = '改过' WHERE signature_id = ?", ['opinion']],
    [
      'the answers',
      'UPDATE opinion_signature SET shown = \'{"decision":{"approved":true,"fine":3000},"x":1}\' WHERE id = ?',
      ['form', 'data'],
    ],
    ['the snapshot', "UPDATE opinion_signature SET snapshot = REPLACE(snapshot, 'complete', 'compl3te') WHERE id = ?", ['snapshot']],
    ['the hash', 'UPDATE opinion_signature SET hash = REPEAT_OF_A WHERE id = ?', ['snapshot']],
  ])('find that %s was changed in the database', async (_what, sql, uncovered) => {
    // given
    const { signatureId } = await signed();
    // when
    await query(sql.replace('REPEAT_OF_A', `'${'a'.repeat(64)}'`), [signatureId]);
    // then
    const verified = await desk.verify('jia', signatureId);
    expect([...verified.uncovered].sort()).toEqual([...uncovered].sort());
  });

  it('are asked for by the step, and must be of what is submitted', async () => {
    // given
    const { caseId, taskId } = await desk.inDecision();
    await expect(desk.end('wu', caseId, { fine: 1 })).rejects.toMatchObject({ code: 'opinion.SIGNATURE_REQUIRED' });
    expect(await desk.foresee('wu', taskId, { fine: 1 })).toContainEqual(expect.objectContaining({ kind: 'taskDone', taskId }));
    await desk.sign('wu', taskId, { fine: 1 });
    // when
    const otherAnswers = desk.end('wu', caseId, { fine: 2 });
    await expect(otherAnswers).rejects.toMatchObject({ code: 'opinion.SIGNATURE_STALE' });
    await desk.draft('wu', caseId, '另一种意见');
    const otherOpinion = desk.end('wu', caseId, { fine: 1 });
    // then
    await expect(otherOpinion).rejects.toMatchObject({ code: 'opinion.SIGNATURE_STALE' });
    await desk.sign('wu', taskId, { fine: 1 });
    await desk.end('wu', caseId, { fine: 1 });
    expect((await desk.opinions('jia', caseId)).at(-1)).toMatchObject({ text: '另一种意见' });
  });

  it('are of what the refusal told: signed like that, the same act is taken', async () => {
    // given
    const { caseId, taskId } = await desk.inDecision();
    const data = { decision: { fine: 3000 } };
    // when
    const refused = await desk.refusal(desk.end('wu', caseId, data));
    // then
    expect(refused).toMatchObject({ code: 'opinion.SIGNATURE_REQUIRED', params: { content: { op: 'complete', data } } });
    // when
    const { content, hash } = wantedSignature.parse(refused.params);
    const { signatureId } = await desk.signContent('wu', taskId, content);
    await desk.end('wu', caseId, data);
    // then
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await desk.verify('jia', signatureId)).toMatchObject({ isCovered: true });
  });

  it('of an act whose answers are no case data cover the act, not the data', async () => {
    // given
    const { caseId, taskId } = await desk.inDecision();
    const act = { output: { review: { passed: true } }, submission: { code: 'PASS', checklist: [{ code: 'A', result: 'OK' }] } };
    const end = (submission: JsonObject) => desk.app.as('wu').run((tx) => desk.app.tasks.complete(tx, taskId, { ...act, submission }));
    // when
    const { params } = await desk.refusal(end(act.submission));
    const { signatureId } = await desk.signContent('wu', taskId, wantedSignature.parse(params).content);
    const other = end({ ...act.submission, code: 'FAIL' });
    // then
    await expect(other).rejects.toMatchObject({ code: 'opinion.SIGNATURE_STALE' });
    await end(act.submission);
    expect(await desk.verify('jia', signatureId)).toMatchObject({ isCovered: true, changedPaths: [] });
    expect((await desk.opinions('jia', caseId)).at(-1)).toMatchObject({ signatureId });
  });

  it('are refused with a wrong password, and the account is locked after some', async () => {
    // given
    const { taskId } = await desk.inDecision();
    // when
    for (let failure = 0; failure < 5; failure++) {
      await expect(desk.sign('wu', taskId, {}, { password: 'wrong' })).rejects.toMatchObject({ code: 'account.PASSWORD_WRONG' });
    }
    const right = desk.sign('wu', taskId);
    // then
    await expect(right).rejects.toMatchObject({ code: 'account.TOO_MANY_ATTEMPTS' });
    desk.app.clock.advance({ minutes: 16 });
    expect((await desk.sign('wu', taskId)).hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are the holder’s alone', async () => {
    // given
    const caseId = await desk.start();
    const { id: taskId } = await desk.openTask(caseId);
    // when
    const foreign = desk.sign('wu', taskId);
    // then
    await expect(foreign).rejects.toMatchObject({ code: 'opinion.NOT_THE_HOLDER' });
  });
});

describe('a signature whose record was cut', () => {
  it('covers nothing that can be placed in time', async () => {
    // given
    const desk = await SmallOpinion.open();
    const { caseId, taskId } = await desk.inDecision();
    const { signatureId } = await desk.sign('wu', taskId, { fine: 1 });
    await desk.end('wu', caseId, { fine: 1 });
    // when
    await desk.app.database.dataSource.query("DELETE FROM record_entry WHERE instance_id = ? AND act <> 'opinion.signed'", [caseId]);
    // then
    expect((await desk.verify('jia', signatureId)).uncovered).toEqual(['record']);
    await desk.close();
  });
});
