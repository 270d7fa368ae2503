import type { Depth } from './catalog';

/** What a reviewer found on one item. */
export type CheckResult = 'OK' | 'REMARK' | 'DEFECT' | 'BLOCK' | 'NA';

/** One item of the review checklist. Title and explanation are the `ui` texts `checklist.<code>` and `checklist.<code>.what`. */
export interface ChecklistItem {
  readonly code: string;
  /** Depths at which the item must be answered. */
  readonly requiredAt: readonly Depth[];
}

const both: readonly Depth[] = ['ROUTINE', 'FULL'];
const full: readonly Depth[] = ['FULL'];

/** The checklist. Full review: every item is answered in words. Routine review: the ten core items are ticked. */
export const CHECKLIST: readonly ChecklistItem[] = [
  { code: 'L01', requiredAt: both },
  { code: 'L02', requiredAt: both },
  { code: 'L03', requiredAt: both },
  { code: 'L04', requiredAt: both },
  { code: 'L05', requiredAt: both },
  { code: 'L06', requiredAt: both },
  { code: 'L07', requiredAt: both },
  { code: 'L08', requiredAt: full },
  { code: 'L09', requiredAt: both },
  { code: 'L10', requiredAt: full },
  { code: 'L11', requiredAt: both },
  { code: 'L12', requiredAt: both },
  { code: 'L13', requiredAt: full },
  { code: 'L14', requiredAt: full },
  { code: 'L15', requiredAt: full },
];

/** Findings that no passing opinion may stand beside. */
export const FAILING_RESULTS: readonly CheckResult[] = ['DEFECT', 'BLOCK'];
