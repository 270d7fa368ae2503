import type { JsonObject } from '@fashen/plugin-api';

/** Usual answers of each step's form. A test names only what matters to it. */
export const usualAnswers: Readonly<Record<string, JsonObject>> = {
  proposeFiling: { filing: { reason: '现场检查发现', competent: true, withinLimitation: true, proposedOn: '2026-09-14' } },
  confirmFiling: { filing: { coAgrees: true } },
  approveFiling: { filing: { approved: true, comment: '同意立案', filedOn: '2026-09-14' } },
  investigate: {
    investigation: {
      summary: '已完成调查',
      evidenceKinds: ['SITE_RECORD'],
      certificateShown: true,
      recusalTold: true,
      siteRecordOn: '2026-09-15',
      closedOn: '2026-09-18',
    },
  },
  unitApproval: { unitApproval: { approved: true, comment: '同意' } },
  submitReview: { submission: { materials: ['DRAFT_DECISION', 'INVESTIGATION_REPORT', 'EVIDENCE'] } },
  acceptReview: { acceptance: { complete: true, receivedOn: '2026-09-22' } },
  answerOpinion: { answer: { action: 'ACCEPT', text: '采纳' } },
  recheck: { recheck: { changed: false, renotify: false, note: '无变化' } },
  discuss: { discussion: { place: '2026-11-05 会议室', heads: ['wu', 'ji'], views: '一致同意', conclusion: 'AGREE' } },
  discussNoPenalty: { discussion: { place: '2026-11-05 会议室', heads: ['wu', 'ji'], views: '一致同意', conclusion: 'AGREE' } },
  approveNoPenalty: { noPenalty: { approved: true, comment: '同意' } },
  educationRecord: { education: { text: '已教育', on: '2026-09-25' } },
  serve: { service: { mode: 'DIRECT', servedOn: '2026-10-14', receiver: '当事人', withheld: false } },
  disclose: { disclosure: { text: '公示文本', channels: ['PORTAL'], publishedOn: '2026-10-20' } },
  governmentFiling: { governmentFiling: { organ: '司法局', filedOn: '2026-10-20' } },
  proposeClosing: { closing: { execution: 'PERFORMED', note: '已缴纳' } },
  approveClosing: { closing: { approved: true } },
};

/** Who usually does a step in the sample bureau. */
export const usualPersons: Readonly<Record<string, string>> = {
  proposeFiling: 'jia',
  confirmFiling: 'yi',
  approveFiling: 'wu',
  investigate: 'jia',
  draftReport: 'jia',
  unitApproval: 'xin',
  submitReview: 'jia',
  acceptReview: 'bing',
  legalReview: 'bing',
  signOpinion: 'ding',
  reReview: 'zi',
  consult: 'ding',
  answerOpinion: 'jia',
  coordinate: 'ji',
  notice: 'jia',
  partyResponse: 'jia',
  reexamine: 'jia',
  scheduleHearing: 'ding',
  holdHearing: 'ding',
  recheck: 'jia',
  discuss: 'ji',
  decide: 'ji',
  discussNoPenalty: 'ji',
  approveNoPenalty: 'ji',
  educationRecord: 'jia',
  approveExit: 'ji',
  serve: 'jia',
  disclose: 'gui',
  governmentFiling: 'ding',
  proposeClosing: 'jia',
  approveClosing: 'wu',
};

/** A draft with every question answered no, and the given differences. */
export const draft = (over: JsonObject = {}): JsonObject => ({
  draft: {
    proposal: 'PENALTY',
    facts: '事实清楚',
    evidence: '现场笔录',
    legalBasis: '样例条款',
    discretion: '按基准',
    kinds: ['FINE'],
    fine: 0,
    structureRemoval: false,
    publicInterestMajor: false,
    socialImpact: 'NONE',
    complex: false,
    crossRegion: false,
    crimeSuspected: false,
    mitigationOrNoPenalty: false,
    urgent: false,
    consecutiveDailyFine: false,
    namedByHigher: false,
    governmentApprovalRequired: false,
    ...over,
  },
});

/** A notice that was served, with the last day of the window. */
export const notice = (fine: number, over: JsonObject = {}): JsonObject => ({
  notice: {
    kinds: ['FINE'],
    fine,
    hearingRightTold: true,
    mode: 'DIRECT',
    servedOn: '2026-09-28',
    windowEndsOn: '2026-10-10',
    served: true,
    ...over,
  },
});
