import { CHECKLIST } from '@fashen/plugins/legal-review/model';
import { SmallReview } from './small-review';
import { witnessed, witnessPlugin } from './witness-plugin';

describe('what reviewer, head of the section and head of the bureau submit', () => {
  let small: SmallReview;

  beforeAll(async () => {
    small = await SmallReview.open({ plugins: [witnessPlugin], note: '<witness:note xmlns:witness="urn:fashen:witness:1.0" />' });
  });
  afterAll(() => small.app.close());

  it('is seen whole by other behaviors of the step: what was said and ticked, not only what follows from it', async () => {
    // given
    const id = await small.start();
    await small.draft(id, { fine: 4_000 });
    // when
    await small.opine(id, 'PASS');
    await small.sign(id);
    await small.notify(id, 4_000);
    await small.decide(id);
    // then
    const checklist = CHECKLIST.map(({ code }) => ({ code, result: 'OK', note: '已核' }));
    expect(witnessed).toMatchObject([
      { nodeId: 'review', outcome: 'PASS', submission: { code: 'PASS', text: '意见：PASS', checklist, citations: [] } },
      { nodeId: 'sign', outcome: 'SIGNED', submission: { agrees: true, comment: '' } },
      { nodeId: 'decide', output: { decision: { approved: true, comment: '同意', number: '样罚〔2026〕1号' } } },
    ]);
    expect(witnessed.at(-1)?.submission).toBeUndefined();
  });
});
