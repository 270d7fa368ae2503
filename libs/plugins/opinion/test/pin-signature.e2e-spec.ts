import { verifyInvariants } from '@fashen/testing';
import { StepUp } from '@fashen/plugins/account/model';
import { signatureBody, wantedSignature } from '../model';
import { PASSWORD, PIN, SmallOpinion } from './small-opinion';

const ANY = 'any-signature';
const DATA = { decision: { fine: 3000 } };

describe('signatures by PIN', () => {
  let desk: SmallOpinion;

  beforeEach(async () => {
    desk = await SmallOpinion.open();
    await desk.setPin('wu');
  });
  afterEach(async () => {
    expect(await verifyInvariants(desk.app.database.dataSource, desk.app.host.moddles)).toEqual([]);
    await desk.close();
  });

  const inDecision = () => desk.inDecision(undefined, ANY);
  const record = async (caseId: string): Promise<string> =>
    JSON.stringify(await desk.app.database.dataSource.query('SELECT * FROM record_entry WHERE instance_id = ?', [caseId]));

  it('are taken like those by password; record and verification say which it was, and nobody learns the PIN', async () => {
    // given
    const { caseId, taskId } = await inDecision();
    const refused = await desk.refusal(desk.end('wu', caseId, DATA));
    const wanted = wantedSignature.parse(refused.params);
    // when
    const { signatureId } = await desk.signContent('wu', taskId, wanted.content, { pin: PIN });
    await desk.end('wu', caseId, DATA);
    // then
    expect(wanted.means).toEqual(['pin', 'password']);
    expect(await desk.verify('jia', signatureId)).toMatchObject({ isCovered: true, method: 'pin' });
    const told = await record(caseId);
    expect(told).toContain('\\"method\\":\\"pin\\"');
    expect(told).not.toContain(PIN);
    // when
    await desk.app.database.dataSource.query("UPDATE opinion_signature SET method = 'password' WHERE id = ?", [signatureId]);
    // then
    expect(await desk.verify('jia', signatureId)).toMatchObject({ isCovered: false, uncovered: ['snapshot'], method: 'password' });
  });

  it('are refused with a wrong PIN and with another person’s; the PIN is locked after five, and the password still signs', async () => {
    // given
    const { caseId, taskId } = await inDecision();
    await desk.setPin('ji', '482916');
    // when
    const foreign = desk.sign('wu', taskId, DATA, { pin: '482916' });
    await expect(foreign).rejects.toMatchObject({ code: 'account.PIN_WRONG', params: { left: 4 } });
    for (let failure = 0; failure < 4; failure++) {
      await expect(desk.sign('wu', taskId, DATA, { pin: '000000' })).rejects.toMatchObject({ code: 'account.PIN_WRONG' });
    }
    // then
    await expect(desk.sign('wu', taskId, DATA, { pin: PIN })).rejects.toMatchObject({ code: 'account.PIN_LOCKED' });
    await desk.sign('wu', taskId, DATA, { password: PASSWORD });
    await desk.end('wu', caseId, DATA);
    expect((await desk.opinions('jia', caseId)).at(-1)).toMatchObject({ signatureId: expect.any(String) });
  });

  it('given twice at once end the task once', async () => {
    // given
    const { caseId, taskId } = await inDecision();
    const signAndEnd = async (): Promise<void> => {
      await desk.sign('wu', taskId, DATA, { pin: PIN });
      await desk.app.as('wu').run((tx) => desk.app.tasks.complete(tx, taskId, { output: DATA }));
    };
    // when
    const both = await Promise.allSettled([signAndEnd(), signAndEnd()]);
    // then
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const signed = (await desk.opinions('jia', caseId)).filter(({ signatureId }) => signatureId);
    expect(signed).toHaveLength(1);
    expect(await desk.verify('jia', signed[0]?.signatureId ?? '')).toMatchObject({ isCovered: true });
  });

  it('need the PIN of the moment of signing: one that was changed since the dialog opened is wrong', async () => {
    // given
    const { caseId, taskId } = await inDecision();
    const { params } = await desk.refusal(desk.end('wu', caseId, DATA));
    const { content } = wantedSignature.parse(params);
    // when
    await desk.setPin('wu', '482916');
    const late = desk.signContent('wu', taskId, content, { pin: PIN });
    // then
    await expect(late).rejects.toMatchObject({ code: 'account.PIN_WRONG' });
    await desk.signContent('wu', taskId, content, { pin: '482916' });
    await desk.end('wu', caseId, DATA);
  });

  it('need a PIN that is still the same when it has been compared', async () => {
    // given: the PIN changes between the comparison and the end of the proof
    const context = await desk.context('wu');
    const run = desk.app.units.run.bind(desk.app.units);
    let units = 0;
    const watched = jest.spyOn(desk.app.units, 'run').mockImplementation(async (one, work) => {
      units += 1;
      if (units === 2) await desk.app.database.dataSource.query("UPDATE account_pin SET id = 'another' WHERE person_id = 'wu'");
      return run(one, work);
    });
    // when
    const proof = desk.app.get(StepUp).requirePin(context, { pin: PIN, address: '10.0.0.1' });
    // then
    await expect(proof).rejects.toMatchObject({ code: 'account.PIN_WRONG' });
    expect(units).toBe(2);
    watched.mockRestore();
  });

  it('are not taken where the step insists on the password, and the guess is not counted', async () => {
    // given
    const { taskId } = await desk.inDecision();
    // when
    const byPin = desk.sign('wu', taskId, DATA, { pin: '000000' });
    // then
    await expect(byPin).rejects.toMatchObject({ code: 'opinion.SIGNATURE_MEANS_REFUSED', params: { means: ['password'] } });
    const wrong = desk.sign('wu', (await inDecision()).taskId, DATA, { pin: '000000' });
    await expect(wrong).rejects.toMatchObject({ params: { left: 4 } });
  });

  it('carry one proof, neither none nor two', () => {
    const content = { op: 'complete', data: {}, opinion: { text: '', clauses: [] } };
    const parsed = [{ content }, { content, pin: PIN, password: PASSWORD }, { content, pin: PIN }].map(
      (body) => signatureBody.safeParse(body).success,
    );
    expect(parsed).toEqual([false, false, true]);
  });
});

describe('a bureau that allows the password only', () => {
  it('takes no PIN anywhere', async () => {
    // given
    const desk = await SmallOpinion.open(['password']);
    await desk.setPin('wu');
    const { taskId } = await desk.inDecision(undefined, ANY);
    // when
    const byPin = desk.sign('wu', taskId, DATA, { pin: PIN });
    // then
    await expect(byPin).rejects.toMatchObject({ code: 'opinion.SIGNATURE_MEANS_REFUSED' });
    await desk.sign('wu', taskId, DATA, { password: PASSWORD });
    await desk.close();
  });
});
