import type { JsonObject } from '@fashen/plugin-api';
import { sampleOfficeDays } from '@fashen/plugins/calendar/model';
import { factsOf } from './case-facts';
import { type CatalogResult, type PartyData, proposal } from './catalog';
import { type DecisionMoment, decisionRefusal, type DecisionState } from './gate.rules';
import type { ParameterValues } from './parameter-set';
import type { GivenOpinion } from './review-standing.rules';
import { sampleParameters } from './sample-parameters';

const at = (moment: string): number => Date.parse(`${moment}+08:00`);
const HASH = 'a'.repeat(64);

const passed: GivenOpinion = {
  ...{
    id: 'o1',
    round: 1,
    code: 'PASS',
    depth: 'FULL',
    draftHash: HASH,
    reviewerId: 'bing',
    givenAt: at('2026-10-13T10:00'),
    isDisputed: false,
  },
  signature: { agrees: true, signedAt: at('2026-10-13T11:00') },
};

const catalog: CatalogResult = {
  ...{ inCatalog: true, depth: 'FULL', items: [], collective: false, filing: true, reviewDays: 5, extDays: 3, hearingRight: 'YES' },
};

/** Served on Thursday 22 October: the window ends on the 29th. */
const facts: JsonObject = {
  officers: { lead: 'jia', co: 'yi' },
  notice: { served: true, servedOn: '2026-10-22', windowEndsOn: '2026-10-29', fine: 4_000, kinds: ['FINE'], hearingRightTold: true },
};

const moment: DecisionMoment = {
  signerId: 'ji',
  now: at('2026-10-30T09:00'),
  utcOffsetMinutes: 480,
  calendar: sampleOfficeDays,
};

interface Change {
  readonly draft?: JsonObject;
  readonly party?: PartyData;
  readonly facts?: JsonObject;
  readonly catalog?: Partial<CatalogResult>;
  readonly parameters?: Partial<ParameterValues>;
  readonly state?: Partial<DecisionState>;
  readonly moment?: Partial<DecisionMoment>;
}

/** The refusal of a case that may be decided, changed in one point: `CODE` or `CODE cause`. */
function refusalWith(change: Change = {}): string {
  const state: DecisionState = {
    draft: proposal.parse({ kinds: ['FINE'], fine: 4_000, proposal: 'PENALTY', ...change.draft }),
    party: change.party ?? { type: 'CITIZEN' },
    facts: factsOf({ ...facts, ...change.facts }),
    catalog: { ...catalog, ...change.catalog },
    parameters: { ...sampleParameters, ...change.parameters },
    draftHash: HASH,
    latestOpinion: passed,
    reviewerIds: ['bing', 'ding'],
    ...change.state,
  };
  const refusal = decisionRefusal(state, { ...moment, ...change.moment });
  const cause = refusal?.params['cause'];
  return refusal ? `${refusal.code.replace('legal-review.', '')}${typeof cause === 'string' ? ` ${cause}` : ''}` : 'none';
}

const notice = (change: JsonObject): Change => ({ facts: { notice: { ...(facts['notice'] as JsonObject), ...change } } });
const waived = (receivedOn: string): JsonObject => ({ statement: { kind: 'WAIVER', receivedOn } });
const opinion = (change: Partial<GivenOpinion>): Change => ({ state: { latestOpinion: { ...passed, ...change } } });
const withoutSignature: GivenOpinion = { ...passed, signature: undefined };

describe('the gate', () => {
  it('opens for a reviewed case that was told and whose window has ended', () => {
    expect(refusalWith()).toBe('none');
  });

  it('opens outside the catalog without any review', () => {
    expect(refusalWith({ catalog: { depth: 'NONE', hearingRight: 'NONE' }, state: { latestOpinion: undefined } })).toBe('none');
  });

  it('asks for no notice where nothing is imposed', () => {
    expect(refusalWith({ draft: { proposal: 'NO_PENALTY', fine: 0 }, facts: { notice: {} } })).toBe('none');
  });

  it.each<[string, Change, string]>([
    ['no opinion', { state: { latestOpinion: undefined } }, 'REVIEW_REQUIRED NO_OPINION'],
    ['an unsigned opinion', { state: { latestOpinion: withoutSignature } }, 'REVIEW_REQUIRED SIGNATURE'],
    ['a routine opinion on a full review', opinion({ depth: 'ROUTINE' }), 'REVIEW_REQUIRED DEPTH'],
    ['a failing opinion', opinion({ code: 'SUPPLEMENT' }), 'REVIEW_NOT_PASSED OPINION'],
    [
      'a failing opinion that is unsigned',
      { state: { latestOpinion: { ...withoutSignature, code: 'CANCEL' } } },
      'REVIEW_NOT_PASSED OPINION',
    ],
    ['a refused signature', opinion({ signature: { agrees: false, signedAt: 0 } }), 'REVIEW_NOT_PASSED SIGNATURE_REFUSED'],
    ['another draft', opinion({ draftHash: 'b'.repeat(64) }), 'REVIEW_STALE DRAFT_CHANGED'],
    ['a hearing after the opinion', { state: { heardAt: at('2026-10-20T10:00') } }, 'REVIEW_STALE HEARING_HELD'],
    ['a hearing in the moment of the opinion', { state: { heardAt: passed.givenAt } }, 'REVIEW_STALE HEARING_HELD'],
    ['no notice', { facts: { notice: {} } }, 'NOTICE_NOT_SERVED NOT_SERVED'],
    ['a notice that is not served', notice({ served: false }), 'NOTICE_NOT_SERVED NOT_SERVED'],
    ['a notice with an impossible day', notice({ servedOn: '2026-13-45' }), 'NOTICE_NOT_SERVED NOT_SERVED'],
    ['a notice without the sum', notice({ fine: null }), 'NOTICE_RANGE_ONLY'],
    ['a notice with a range', notice({ fine: '3000-5000' }), 'NOTICE_NOT_SERVED NOT_SERVED'],
    ['a notice of a lighter fine', notice({ fine: 3_000 }), 'NOTICE_NOT_SERVED HEAVIER'],
    ['a notice of other kinds', notice({ kinds: ['WARNING'] }), 'NOTICE_NOT_SERVED KINDS'],
    ['a notice without the hearing right', notice({ hearingRightTold: false }), 'HEARING_RIGHT_NOT_TOLD'],
    ['the last day of the window', { moment: { now: at('2026-10-29T23:59') } }, 'RIGHTS_WINDOW_OPEN'],
    [
      'a window entered too short',
      { ...notice({ windowEndsOn: '2026-10-23' }), moment: { now: at('2026-10-29T12:00') } },
      'RIGHTS_WINDOW_OPEN',
    ],
    ['a waiver of an earlier notice', { facts: waived('2026-10-21'), moment: { now: at('2026-10-29T12:00') } }, 'RIGHTS_WINDOW_OPEN'],
    ['a waiver of no day', { facts: { statement: { kind: 'WAIVER' } }, moment: { now: at('2026-10-29T12:00') } }, 'RIGHTS_WINDOW_OPEN'],
    ['a window entered longer than counted', notice({ windowEndsOn: '2026-11-05' }), 'RIGHTS_WINDOW_OPEN'],
    [
      'a window beyond the calendar',
      { ...notice({ servedOn: '2027-01-04', windowEndsOn: null }), moment: { now: at('2027-02-01T09:00') } },
      'CALENDAR_MISSING',
    ],
    ['a hearing asked for and not held', { facts: { statement: { kind: 'HEARING' } } }, 'HEARING_PENDING NOT_HELD'],
    [
      'a hearing asked for on a day nobody can read',
      { facts: { statement: { kind: 'HEARING', receivedOn: 'soon' } } },
      'HEARING_PENDING NOT_HELD',
    ],
    ['a hearing held and not reported', { facts: { hearing: { result: 'HELD' } } }, 'HEARING_PENDING NOT_REPORTED'],
    ['no discussion', { catalog: { collective: true } }, 'DISCUSSION_MISSING NOT_HELD'],
    ['a crime suspected', { draft: { crimeSuspected: true } }, 'CRIME_TRANSFER_PENDING'],
    ['no government approval', { draft: { governmentApprovalRequired: true } }, 'GOVERNMENT_APPROVAL_MISSING'],
    ['a fine above the law', { draft: { legalMaximum: 3_999 } }, 'AMOUNT_OUT_OF_RANGE'],
    ['a fine below the law', { draft: { legalMinimum: 4_001 } }, 'AMOUNT_OUT_OF_RANGE'],
    ['an officer who signs', { moment: { signerId: 'yi' } }, 'SIGNER_CONFLICT'],
    ['a reviewer who signs', { moment: { signerId: 'ding' } }, 'SIGNER_CONFLICT'],
  ])('stays shut with %s', (_what, change, expected) => {
    expect(refusalWith(change)).toBe(expected);
  });

  it.each<[string, Change]>([
    ['a written waiver before the window ends', { facts: waived('2026-10-23'), moment: { now: at('2026-10-23T09:00') } }],
    ['a written waiver on the day of the notice', { facts: waived('2026-10-22'), moment: { now: at('2026-10-22T09:00') } }],
    ['a lighter fine than the party was told', notice({ fine: 5_000 })],
    ['a hearing the party gave up', { facts: { statement: { kind: 'HEARING' }, hearing: { result: 'ENDED_BY_WAIVER' } } }],
    ['a mitigated fine below the law', { draft: { legalMinimum: 4_001, mitigationOrNoPenalty: true } }],
    ['an opinion with remarks', opinion({ code: 'PASS_WITH_REMARKS' })],
    [
      'a window beyond the calendar that was entered',
      { ...notice({ servedOn: '2027-01-04', windowEndsOn: '2027-01-11' }), moment: { now: at('2027-02-01T09:00') } },
    ],
  ])('opens with %s', (_what, change) => {
    expect(refusalWith(change)).toBe('none');
  });

  describe('discussion', () => {
    const discussed = { draftHash: HASH, at: at('2026-10-29T10:00') };
    const held = (change: JsonObject = {}): Change => ({
      catalog: { collective: true },
      facts: { discussion: { heads: ['wu', 'ji'], conclusion: 'AGREE', ...change } },
      state: { discussed },
    });

    it('opens the gate when two heads agreed on this draft', () => {
      expect(refusalWith(held())).toBe('none');
    });

    it.each<[string, Change, string]>([
      ['one head twice', held({ heads: ['ji', 'ji'] }), 'DISCUSSION_TOO_FEW_HEADS'],
      ['another conclusion', held({ conclusion: 'CHANGE' }), 'DISCUSSION_MISSING NOT_AGREED'],
      ['another draft', { ...held(), state: { discussed: { ...discussed, draftHash: 'c' } } }, 'DISCUSSION_MISSING DRAFT_CHANGED'],
      [
        'a discussion before the hearing report',
        { ...held(), state: { discussed, heardAt: discussed.at, latestOpinion: { ...passed, givenAt: discussed.at + 1 } } },
        'DISCUSSION_MISSING BEFORE_HEARING_REPORT',
      ],
    ])('keeps it shut with %s', (_what, change, expected) => {
      expect(refusalWith(change)).toBe(expected);
    });
  });

  describe('summary procedure', () => {
    const summary = (draft: JsonObject, party: PartyData['type'] = 'CITIZEN', parameters: Partial<ParameterValues> = {}): string =>
      refusalWith({
        draft: { procedure: 'SUMMARY', ...draft },
        party: { type: party },
        facts: { notice: {} },
        catalog: { depth: 'NONE', hearingRight: 'NONE' },
        state: { latestOpinion: undefined },
        parameters,
      });

    it('goes up to the figures of the law, which are included', () => {
      expect(summary({ fine: 200 })).toBe('none');
      expect(summary({ fine: 201 })).toBe('SUMMARY_LIMIT');
      expect(summary({ fine: 3_000 }, 'ORGANISATION')).toBe('none');
      expect(summary({ fine: 3_001 }, 'ORGANISATION')).toBe('SUMMARY_LIMIT');
    });

    it('takes a sole trader as the parameters say', () => {
      expect(summary({ fine: 3_000 }, 'SOLE_TRADER')).toBe('SUMMARY_LIMIT');
      expect(summary({ fine: 3_000 }, 'SOLE_TRADER', { soleTraderAs: 'ORGANISATION' })).toBe('none');
    });

    it('knows only warnings and fines', () => {
      expect(summary({ fine: 100, kinds: ['FINE', 'SUSPEND_BUSINESS'] })).toBe('SUMMARY_LIMIT');
      expect(summary({ fine: 0, kinds: ['CONFISCATE_GOODS'], goodsValue: 10 })).toBe('SUMMARY_LIMIT');
    });
  });
});
