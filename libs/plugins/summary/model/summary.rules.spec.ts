import type { JsonObject } from '@fashen/plugin-api';
import { sampleOfficeDays } from '@fashen/plugins/calendar/model';
import { lastDayOf, spotRefusal, type SpotState } from './summary.rules';
import { type LimitsAnswer, summaryFactsOf, type TermsAnswer } from './summary.schema';

const limits: LimitsAnswer = {
  allowed: true,
  limit: 200,
  article: '第五十一条',
  minorBelow: 18,
  remedy: 'RECONSIDERATION_FIRST',
  remedyArticle: '第二十三条',
};
const GOOD: JsonObject = {
  party: { age: 30 },
  site: { factsCertain: true, certificateShown: true },
  telling: { told: true, heard: true, answer: 'NONE' },
  decision: { remedy: 'RECONSIDERATION_FIRST', handedOn: '2026-11-05', handedMode: 'SIGNED' },
};
const state = (over: JsonObject = {}, more: Partial<SpotState> = {}): SpotState => ({
  facts: summaryFactsOf({ ...GOOD, ...over }),
  limits,
  fine: 50,
  depth: 'NONE',
  ...more,
});

describe('a decision on the spot', () => {
  it.each<[string, JsonObject]>([
    ['whose age is not known', { party: {} }],
    ['just of age', { party: { age: 18 } }],
    ['who made a statement', { telling: { told: true, heard: true, answer: 'STATEMENT' } }],
    ['who refused to sign', { decision: { ...(GOOD['decision'] as JsonObject), handedMode: 'REFUSED' } }],
  ])('is possible for a party %s', (_what, over) => {
    expect(spotRefusal(state(over))).toBeUndefined();
  });

  it.each<[string, string, JsonObject, Partial<SpotState>]>([
    ['beyond the limits', 'LIMIT', {}, { limits: { ...limits, allowed: false } }],
    ['that the catalog wants reviewed', 'REVIEW_NEEDED', {}, { depth: 'ROUTINE' }],
    ['on facts that are not certain', 'FACTS_UNCERTAIN', { site: { certificateShown: true } }, {}],
    ['on facts the party disputes', 'FACTS_DISPUTED', { telling: { told: true, heard: true, answer: 'DISPUTED' } }, {}],
    ['on a minor', 'MINOR', { party: { age: 17 } }, {}],
    ['without showing the certificate', 'CERTIFICATE_NOT_SHOWN', { site: { factsCertain: true } }, {}],
    ['before telling', 'NOT_TOLD', { telling: { heard: true } }, {}],
    ['before hearing', 'NOT_HEARD', { telling: { told: true } }, {}],
    [
      'with the remedies of an ordinary one',
      'REMEDY_TEXT_WRONG',
      { decision: { remedy: 'EITHER', handedOn: '2026-11-05', handedMode: 'SIGNED' } },
      {},
    ],
    ['that was not handed over', 'NOT_HANDED', { decision: { remedy: 'RECONSIDERATION_FIRST' } }, {}],
    ['of which nothing can be read', 'FACTS_UNCERTAIN', { site: 'x', telling: 1, decision: null, party: [] }, {}],
  ])('is refused %s', (_what, code, over, more) => {
    expect(spotRefusal(state(over, more))?.code).toBe(`summary.${code}`);
  });
});

describe('periods after the decision', () => {
  const of = (days: number, working: boolean): TermsAnswer['pay'] => ({ days, working, article: '', confidence: 'V1' });
  const terms: TermsAnswer = {
    collection: 'BANK',
    collectionArticle: '',
    handIn: of(2, true),
    pay: of(15, false),
    report: of(2, true),
  };

  it('are counted in working days or rolled on', () => {
    expect(lastDayOf('handIn', '2026-11-05', terms, sampleOfficeDays)).toBe('2026-11-09');
    expect(lastDayOf('pay', '2026-09-18', terms, sampleOfficeDays)).toBe('2026-10-08');
  });

  it('end on no day that the calendar does not know', () => {
    expect(lastDayOf('handIn', '2026-12-31', terms, sampleOfficeDays)).toBeUndefined();
  });
});
