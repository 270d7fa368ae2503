import type { HoldNote } from '../model';
import { holdSpans, rangesOf } from './explain.rules';

const note = (kind: HoldNote['kind'], day: string): HoldNote => ({
  ...{ kind, day, at: Date.parse(`${day}T09:00:00+08:00`), reason: 'EXPERT', note: '', changedBy: 'bing' },
});

describe('days passed over', () => {
  it('are told as ranges where they follow each other for the same reason', () => {
    const days = ['2026-10-01', '2026-10-02', '2026-10-03'].map((day) => ({ day, reason: 'holiday' as const, name: '国庆节' }));
    const weekend = ['2026-10-04', '2026-10-11'].map((day) => ({ day, reason: 'weekend' as const }));
    expect(rangesOf([...days, ...weekend])).toEqual([
      { from: '2026-10-01', to: '2026-10-03', reason: 'holiday', name: '国庆节' },
      { from: '2026-10-04', to: '2026-10-04', reason: 'weekend' },
      { from: '2026-10-11', to: '2026-10-11', reason: 'weekend' },
    ]);
  });
});

describe('holds', () => {
  it('are told with their ends; the last one may still be open', () => {
    const notes = [note('HOLD', '2026-10-08'), note('RESUME', '2026-10-12'), note('HOLD', '2026-10-20')];
    expect(holdSpans(notes).map(({ hold, to }) => [hold.day, to?.day])).toEqual([
      ['2026-10-08', '2026-10-12'],
      ['2026-10-20', undefined],
    ]);
  });
});
