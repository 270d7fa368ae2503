import { clockText, dayText, dayTimeText, durationText, momentText, shortDayText, sizeText } from './format';

const units = { d: '天', h: '小时', min: '分' };

describe('format', () => {
  it('writes days and times as the bureaus do', () => {
    const moment = new Date(2026, 9, 3, 9, 5, 7);
    expect([dayText(moment), shortDayText(moment), dayTimeText(moment), clockText(moment)]).toEqual([
      '2026-10-03',
      '10-03',
      '2026-10-03 09:05',
      '09:05:07',
    ]);
  });

  it('leaves out what is the same as now', () => {
    const now = new Date(2026, 9, 3, 18, 0, 0);
    expect(momentText(new Date(2026, 9, 3, 9, 5), now)).toBe('09:05');
    expect(momentText(new Date(2026, 8, 3, 9, 5), now)).toBe('09-03 09:05');
    expect(momentText(new Date(2025, 8, 3, 9, 5), now)).toBe('2025-09-03 09:05');
  });

  it('chooses the unit of a size', () => {
    expect([sizeText(512), sizeText(2048), sizeText(3 * 1024 * 1024)]).toEqual(['512 B', '2.0 KB', '3.0 MB']);
  });

  it('names the two largest units of a duration', () => {
    expect(durationText(30_000, units)).toBe('1 分');
    expect(durationText(5 * 3_600_000, units)).toBe('5 小时');
    expect(durationText(26 * 3_600_000, units)).toBe('1 天 2 小时');
    expect(durationText(48 * 3_600_000, units)).toBe('2 天');
  });
});
