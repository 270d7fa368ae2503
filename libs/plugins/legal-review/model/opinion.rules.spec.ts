import { type Depth, proposal } from './catalog';
import { CHECKLIST, type CheckResult } from './checklist';
import type { ChecklistAnswer, OpinionBody } from './legal-review.schema';
import { mayGiveOpinion, requiredItems, routeOf } from './opinion.rules';
import { type OpinionCode, OPINIONS } from './opinion-table';

const draft = proposal.parse({ fine: 4_000 });

const answers = (result: CheckResult = 'OK', note = '已核'): readonly ChecklistAnswer[] =>
  CHECKLIST.map(({ code }) => ({ code, result, note }));

function refusalOf(code: OpinionCode, checklist: readonly ChecklistAnswer[], depth: Depth = 'FULL'): string | undefined {
  const opinion: OpinionBody = { code, text: '意见', checklist: [...checklist], citations: [] };
  return mayGiveOpinion(opinion, depth, draft)?.code.replace('legal-review.', '');
}

describe('opinions', () => {
  it('are thirteen, of which two pass', () => {
    expect(OPINIONS).toHaveLength(13);
    expect(OPINIONS.filter(({ passes }) => passes).map(({ code }) => code)).toEqual(['PASS', 'PASS_WITH_REMARKS']);
  });

  it.each<[OpinionCode, string]>([
    ['PASS', 'NEXT'],
    ['PASS_WITH_REMARKS', 'NEXT'],
    ['CORRECT_PROCEDURE', 'NAMED_STEP'],
    ['CORRECT_DOCUMENT', 'FIX_DOCUMENT'],
    ['SUPPLEMENT', 'INVESTIGATE'],
    ['RECHARACTERISE', 'REDRAFT'],
    ['ADJUST_DISCRETION', 'REDRAFT'],
    ['NO_PENALTY', 'NO_PENALTY'],
    ['TRANSFER_ORGAN', 'TRANSFER_ORGAN'],
    ['TRANSFER_CRIME', 'TRANSFER_CRIME'],
    ['CANCEL', 'CANCEL'],
    ['HEARING_REQUIRED', 'HEARING_NOTICE'],
    ['CONSULT', 'CONSULT'],
  ])('%s sends the case to %s', (code, route) => {
    expect(routeOf(code)).toBe(route);
  });

  it('go back to the reviewer when the head of section does not sign', () => {
    expect(routeOf('PASS', true)).toBe('REVIEW_AGAIN');
  });
});

describe('the checklist', () => {
  it('has fifteen items, all of them in a full review and ten in a routine one', () => {
    expect(requiredItems('FULL')).toHaveLength(15);
    expect(requiredItems('ROUTINE')).toEqual(['L01', 'L02', 'L03', 'L04', 'L05', 'L06', 'L07', 'L09', 'L11', 'L12']);
    expect(requiredItems('NONE')).toEqual([]);
  });

  it('wants words for every item of a full review, but a tick in a routine one', () => {
    expect(refusalOf('PASS', answers('OK', ''))).toBe('CHECKLIST_INCOMPLETE');
    expect(refusalOf('PASS', answers('OK', ''), 'ROUTINE')).toBeUndefined();
    expect(refusalOf('PASS_WITH_REMARKS', answers('REMARK', ''), 'ROUTINE')).toBe('CHECKLIST_INCOMPLETE');
    expect(refusalOf('PASS', answers('NA', ''))).toBeUndefined();
  });

  it('wants every item that is required, each once and no other', () => {
    expect(refusalOf('PASS', answers().slice(1))).toBe('CHECKLIST_INCOMPLETE');
    expect(refusalOf('PASS', [...answers(), ...answers().slice(0, 1)])).toBe('CHECKLIST_UNKNOWN_ITEM');
    expect(refusalOf('PASS', [...answers(), { code: 'L99', result: 'OK', note: '' }])).toBe('CHECKLIST_UNKNOWN_ITEM');
  });

  it.each<CheckResult>(['DEFECT', 'BLOCK'])('lets no opinion pass beside a %s', (result) => {
    expect(refusalOf('PASS', answers(result))).toBe('CHECKLIST_CONTRADICTS');
    expect(refusalOf('PASS_WITH_REMARKS', answers(result))).toBe('CHECKLIST_CONTRADICTS');
    expect(refusalOf('SUPPLEMENT', answers(result))).toBeUndefined();
  });

  it('is not asked where no review is due', () => {
    expect(refusalOf('PASS', answers(), 'NONE')).toBe('NOT_APPLICABLE');
  });
});
