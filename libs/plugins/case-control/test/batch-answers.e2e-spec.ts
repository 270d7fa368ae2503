import type { JsonObject } from '@fashen/plugin-api';
import { accountPlugin } from '@fashen/plugins/account/server';
import { attachmentPlugin } from '@fashen/plugins/attachment/server';
import { FormLibrary, formSchema } from '@fashen/plugins/form/model';
import { legalBasisPlugin } from '@fashen/plugins/legal-basis/server';
import { opinionPlugin } from '@fashen/plugins/opinion/server';
import { recordPlugin } from '@fashen/plugins/record/server';
import { type ProcessDriver, verifyInvariants } from '@fashen/testing';
import type { BatchOutcome, BatchReply } from '../model';
import { BatchController } from '../server/batch.controller';
import { ControlBureau, processOf, STATUTORY, step } from './control-bureau';

const AGREES = '<case-control:batch allowed="true" agree="closing.approved" opinion="closing.comment"/>';
const FORM = '<form:binding form="closing"/>';
const WORDS = '<opinion:policy required="true" minLength="6" forbiddenPhrases="同意|已阅"/>';
const SIGNED = '<opinion:policy signature="password"/>';

const text = (key: string, validate: JsonObject = {}) => ({ type: 'textarea', key, label: key, validate });
const yesNo = {
  ...{ type: 'radio', key: 'closing.approved', label: '结案' },
  values: [
    { label: '准予', value: true },
    { label: '不准', value: false },
  ],
  validate: { required: true },
};
const form = (id: string, ...components: object[]) => formSchema.parse({ type: 'default', id, components });

describe('what a batch has to answer', () => {
  let bureau: ControlBureau;

  beforeAll(async () => {
    bureau = await ControlBureau.open([accountPlugin, attachmentPlugin, recordPlugin, legalBasisPlugin, opinionPlugin]);
    await bureau.app.as('ren').run(async (tx) => {
      const library = bureau.app.get(FormLibrary);
      const comment = text('closing.comment', { required: true });
      await library.publish(tx, { schema: form('closing', yesNo, comment), reason: '首版' });
      await library.publish(tx, { schema: form('closing-more', yesNo, comment, text('closing.day', { required: true })), reason: '首版' });
    });
    const more = '<form:binding form="closing-more"/>';
    const drawn = { closing: FORM, more, words: `${FORM}${WORDS}`, signed: `${FORM}${SIGNED}` };
    for (const [key, inside] of Object.entries(drawn)) {
      await bureau.app.publish(processOf(key, [['A', step('A', `${AGREES}${inside}`)]]));
    }
  });
  afterAll(() => bureau.app.close());
  afterEach(async () => {
    const { database, host } = bureau.app;
    expect(await verifyInvariants(database.dataSource, host.moddles)).toEqual([]);
  });

  const controller = (): BatchController => bureau.app.get(BatchController);
  async function opened(key: string): Promise<{ driver: ProcessDriver; id: string }> {
    const driver = await bureau.start(key);
    const { id } = await driver.openTask('A');
    await controller().see(await bureau.app.as('jia').context(), id);
    return { driver, id };
  }
  const submit = async (taskIds: string[], opinion: string, dryRun = false): Promise<BatchReply> =>
    controller().submit(await bureau.app.as('jia').context(), { taskIds, opinion }, { dryRun });
  const only = ({ items }: BatchReply): BatchOutcome | undefined => items[0];

  it('is what the drawing calls agreeing, shown before and then done just so', async () => {
    // given
    const { driver, id } = await opened('closing');
    // when
    const shown = await submit([id], '准予结案', true);
    expect(await driver.waiting()).toEqual(['A']);
    const done = await submit([id], '准予结案');
    // then
    expect(only(shown)).toMatchObject({ isDone: true, affected: [{ kind: 'taskDone' }, { kind: 'caseEnded' }] });
    expect(only(done)?.affected).toEqual(only(shown)?.affected);
    expect((await driver.instance()).variables).toMatchObject({ closing: { approved: true, comment: '准予结案' } });
  });

  it.each([
    ['closing', '', 'form.INVALID'],
    ['more', '准予结案', 'form.INVALID'],
    ['words', '同意！', 'opinion.BARE_PHRASE'],
    ['words', '准予', 'opinion.TOO_SHORT'],
    ['signed', '准予结案，归档', 'case-control.SIGNED_ALONE'],
  ])('does not get around required fields, opinion and signature (%s, “%s”)', async (key, opinion, code) => {
    // given
    const { driver, id } = await opened(key);
    // when
    const replies = [await submit([id], opinion, true), await submit([id], opinion)];
    // then
    expect(replies.map((reply) => only(reply)?.error?.code)).toEqual([code, code]);
    expect(await driver.waiting()).toEqual(['A']);
  });

  it('keeps the common opinion as the opinion of each', async () => {
    const { driver, id } = await opened('words');
    expect(only(await submit([id], '材料齐全，准予结案'))).toMatchObject({ isDone: true });
    expect(await driver.instance()).toMatchObject({ status: 'COMPLETED' });
  });

  it('cannot be drawn where the law wants each case looked at alone', async () => {
    const drawn = processOf('law', [['A', step('A', `${AGREES}${STATUTORY}`)]]);
    await expect(bureau.app.publish(drawn)).rejects.toThrow('case-control.batch-not-statutory');
  });
});
