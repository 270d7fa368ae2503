import type { JsonObject } from '@fashen/plugin-api';
import type { CaseDesk } from './case-desk';

const PENALTY = 'penalty-ordinary';
const ACT_DAY = '2026-09-15';

/** What a case of the ordinary penalty procedure starts with. */
export const penaltyStart: JsonObject = {
  party: { name: '样例当事人', type: 'ORGANISATION' },
  case: { cause: '样例案由', conduct: '样例行为', conductDate: '2026-09-10', place: '样例路', source: 'PATROL' },
  officers: { lead: 'jia', co: 'yi' },
};
const DRAFT: JsonObject = {
  ...{ proposal: 'PENALTY', facts: '事实清楚', evidence: '现场笔录', legalBasis: '样例条款', discretion: '按基准', kinds: ['FINE'] },
  ...{ fine: 80_000, structureRemoval: false, publicInterestMajor: false, socialImpact: 'NONE', complex: false, crossRegion: false },
  ...{ crimeSuspected: false, mitigationOrNoPenalty: false, urgent: false, consecutiveDailyFine: false, namedByHigher: false },
  governmentApprovalRequired: false,
};

/** Who does which step with what, from the filing to the material list of the legal review. */
const STEPS: Readonly<Record<string, readonly [personId: string, data: JsonObject]>> = {
  proposeFiling: ['jia', { filing: { reason: '现场检查发现', competent: true, withinLimitation: true, proposedOn: ACT_DAY } }],
  confirmFiling: ['yi', { filing: { coAgrees: true } }],
  approveFiling: ['wu', { filing: { approved: true, comment: '同意立案', filedOn: ACT_DAY } }],
  investigate: [
    'jia',
    {
      investigation: {
        ...{ summary: '已完成调查', evidenceKinds: ['SITE_RECORD'], certificateShown: true, recusalTold: true },
        ...{ siteRecordOn: ACT_DAY, closedOn: '2026-09-18' },
      },
    },
  ],
  draftReport: ['jia', { draft: DRAFT }],
  unitApproval: ['xin', { unitApproval: { approved: true, comment: '同意' } }],
  submitReview: ['jia', { submission: { materials: ['DRAFT_DECISION', 'INVESTIGATION_REPORT', 'EVIDENCE'] } }],
};

/** A client: brings cases of the ordinary penalty procedure to the desk of the legal section, with all its forms, rules and duties. */
export class PenaltyDriver {
  constructor(private readonly desk: CaseDesk) {}

  /** Works until told to stop. */
  async run(isOver: () => boolean): Promise<void> {
    while (!isOver()) await this.oneCase(isOver);
  }

  private async oneCase(isOver: () => boolean): Promise<void> {
    const caseId = await this.desk.start(PENALTY, penaltyStart);
    while (caseId !== undefined && !isOver()) {
      const [task] = await this.desk.openTasks(caseId);
      const step = task && STEPS[task.nodeId];
      if (!task || !step) return;
      const refused = this.desk.complaints.length;
      await this.desk.submitTask(task, ...step);
      if (this.desk.complaints.length > refused) return;
    }
  }
}
