import { answersOf, type AskedItem, citationsOf, judgeReview, type ReviewForm } from './review-form.rules';

const item = (code: string, required = true): AskedItem => ({ code, title: code, whatToCheck: '', required });
const empty: ReviewForm = { text: '', answers: {}, citations: '' };
const complete: ReviewForm = { code: 'PASS', text: '同意。', answers: { L01: { result: 'OK', note: '有执法权' } }, citations: '' };

describe('the review form', () => {
  it('asks for everything when nothing is chosen', () => {
    expect(judgeReview(empty, [item('L01'), item('L13', false)], 'FULL')).toEqual([
      { field: 'L01', problem: 'resultMissing' },
      { field: 'code', problem: 'codeMissing' },
      { field: 'text', problem: 'textMissing' },
    ]);
  });

  it('is complete with an opinion, its text and every required item', () => {
    expect(judgeReview(complete, [item('L01'), item('L13', false)], 'FULL')).toEqual([]);
  });

  it('asks for a note to each item at full depth, not at routine depth', () => {
    const bare = { ...complete, answers: { L01: { result: 'OK', note: ' ' } } } as const;
    const none = { ...complete, answers: { L01: { result: 'NA', note: '' } } } as const;
    for (const form of [bare, none]) expect(judgeReview(form, [item('L01')], 'FULL')).toEqual([{ field: 'L01', problem: 'noteMissing' }]);
    expect(judgeReview(bare, [item('L01')], 'ROUTINE')).toEqual([]);
  });

  it.each(['REMARK', 'DEFECT', 'BLOCK'] as const)('asks why an item is %s at any depth', (result) => {
    const form: ReviewForm = { ...complete, code: 'SUPPLEMENT', answers: { L01: { result, note: '' } } };
    expect(judgeReview(form, [item('L01')], 'ROUTINE')).toEqual([{ field: 'L01', problem: 'noteMissing' }]);
  });

  it.each(['PASS', 'PASS_WITH_REMARKS'])('does not let %s stand beside a defect or a block', (code) => {
    for (const result of ['DEFECT', 'BLOCK'] as const) {
      const form: ReviewForm = { ...complete, code, answers: { L01: { result, note: '证据不足' } } };
      expect(judgeReview(form, [item('L01')], 'FULL')).toEqual([{ field: 'L01', problem: 'blocksPass' }]);
    }
  });

  it('lets a failing opinion name defects', () => {
    const form: ReviewForm = { ...complete, code: 'SUPPLEMENT', answers: { L01: { result: 'BLOCK', note: '证据不足' } } };
    expect(judgeReview(form, [item('L01')], 'FULL')).toEqual([]);
  });

  it('hands in answers in the order of the checklist and citations line by line', () => {
    const form: ReviewForm = {
      ...complete,
      answers: { L02: { result: 'NA', note: '' }, L01: { result: 'OK', note: ' 有 ' }, L03: { note: '未选结果' } },
      citations: ' 行政处罚法第五十八条 \n\n条例第三条',
    };
    expect(answersOf(form, [item('L01'), item('L02'), item('L03')])).toEqual([
      { code: 'L01', result: 'OK', note: '有' },
      { code: 'L02', result: 'NA', note: '' },
    ]);
    expect(citationsOf(form)).toEqual(['行政处罚法第五十八条', '条例第三条']);
  });
});
