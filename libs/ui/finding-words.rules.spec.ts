import type { LintFinding } from '@fashen/plugin-api';
import { findingGaps, type WordPlace } from './finding-words.rules';

const WORDS: Readonly<Record<string, string>> = {
  'panel approval.abstain': '弃权',
  'panel approval.abstain.excluded': '不计入总数',
  'panel legal-review.parts.Draft': '拟处理意见',
  'panel discussion.missing.convene': '召集会议',
  'roles role.chief-head': '主要负责人',
};
const wordOf = ({ in: where, key }: WordPlace): string | undefined => WORDS[`${where} ${key}`];
const gaps = (finding: Pick<LintFinding, 'rule' | 'params'>): unknown =>
  findingGaps({ severity: 'error', elementId: 'S', ...finding }, wordOf, '（空）');

describe('what a finding names', () => {
  it('is said in the words of the panel', () => {
    expect(gaps({ rule: 'approval.known-settings', params: { step: '审批', setting: 'abstain', value: 'excluded' } })).toEqual({
      ...{ step: '审批', setting: '弃权', value: '不计入总数' },
    });
    expect(gaps({ rule: 'legal-review.parts-fit', params: { parts: ['Draft', 'Other'] } })).toEqual({ parts: '拟处理意见, Other' });
    expect(gaps({ rule: 'discussion.whole-meeting', params: { missing: 'convene' } })).toEqual({ missing: '召集会议' });
    expect(gaps({ rule: 'assignment.role-vacant', params: { role: 'chief-head' } })).toEqual({ role: '主要负责人' });
  });

  it('stays as it is where there is no word, and is never nothing', () => {
    expect(gaps({ rule: 'approval.known-settings', params: { setting: 'veto', value: '' } })).toEqual({ setting: 'veto', value: '（空）' });
    expect(gaps({ rule: 'engine.cyclic' })).toEqual({});
  });
});
