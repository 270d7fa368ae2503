import type { SignedOpinion } from './statistics';
import { reasonOf, statisticsOf } from './statistics.rules';

const october = { from: '2026-10-01', to: '2026-10-31' };
const passed = (caseId: string, signedOn: string, over: Partial<SignedOpinion> = {}): SignedOpinion => ({
  ...{ caseId, signedOn, code: 'PASS', failed: [], inTime: true, workingDays: 2 },
  ...over,
});
const returned = (caseId: string, signedOn: string, failed: readonly string[]): SignedOpinion =>
  passed(caseId, signedOn, { code: 'SUPPLEMENT', failed });

describe('statisticsOf', () => {
  it('counts one return for evidence and no first pass when a case passes the second time', () => {
    const all = [returned('a', '2026-10-15', ['L05']), passed('a', '2026-10-28')];
    expect(statisticsOf(all, october)).toEqual({
      ...october,
      opinions: 2,
      firstPass: { part: 0, whole: 1 },
      returns: 1,
      reasons: [{ key: 'EVIDENCE', count: 1 }],
      codes: [
        { key: 'SUPPLEMENT', count: 1 },
        { key: 'PASS', count: 1 },
      ],
      inTime: { part: 2, whole: 2 },
      medianDays: 2,
    });
  });

  it('counts by the day of the signature; a first opinion before the period is not one of it', () => {
    const all = [returned('a', '2026-09-30', ['L05']), passed('a', '2026-10-01'), passed('b', '2026-10-31'), passed('c', '2026-11-01')];
    expect(statisticsOf(all, october)).toMatchObject({ opinions: 2, returns: 0, firstPass: { part: 1, whole: 1 } });
  });

  it('puts the most frequent reason first and knows late ones', () => {
    const all = [
      returned('a', '2026-10-08', ['L08']),
      returned('b', '2026-10-09', ['L05', 'L08']),
      { ...returned('c', '2026-10-10', ['L05']), inTime: false, workingDays: 7 },
    ];
    const found = statisticsOf(all, october);
    expect(found.reasons).toEqual([
      { key: 'EVIDENCE', count: 2 },
      { key: 'DISCRETION', count: 1 },
    ]);
    expect(found).toMatchObject({ inTime: { part: 2, whole: 3 }, medianDays: 2 });
  });

  it('leaves out that advice was asked for', () => {
    expect(statisticsOf([passed('a', '2026-10-08', { code: 'CONSULT' })], october)).toMatchObject({ opinions: 0, returns: 0 });
  });

  it('says nothing of days where there are none', () => {
    expect(statisticsOf([], october)).not.toHaveProperty('medianDays');
    expect(statisticsOf([passed('a', '2026-10-08'), passed('b', '2026-10-08', { workingDays: 3 })], october).medianDays).toBe(2.5);
  });
});

describe('reasonOf', () => {
  it('is another one where no item failed', () => {
    expect(reasonOf(returned('a', '2026-10-15', []))).toBe('OTHER');
  });
});
