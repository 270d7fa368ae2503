import { sampleOfficeDays } from '@fashen/plugins/calendar/model';
import { factsOf } from './case-facts';
import { hearingRefusal } from './hearing.rules';
import { sampleParameters } from './sample-parameters';

const refusalOf = (hearing: { noticeServedOn?: string; date?: string; clearWorkingDays?: number }): string | undefined =>
  hearingRefusal(factsOf({ hearing }), sampleParameters, sampleOfficeDays)?.code;

describe('a hearing', () => {
  it('needs seven full working days after its notice', () => {
    expect(refusalOf({ noticeServedOn: '2026-10-20', date: '2026-10-30' })).toBeUndefined();
    expect(refusalOf({ noticeServedOn: '2026-10-20', date: '2026-10-29' })).toBe('legal-review.HEARING_NOTICE_TOO_SHORT');
  });

  it('is not judged by days that the calendar does not know', () => {
    expect(refusalOf({ noticeServedOn: '2026-12-28', date: '2027-01-20' })).toBe('legal-review.CALENDAR_MISSING');
    expect(refusalOf({ noticeServedOn: '2026-12-28', date: '2027-01-20', clearWorkingDays: 7 })).toBeUndefined();
    expect(refusalOf({ noticeServedOn: '2026-12-28', date: '2027-01-20', clearWorkingDays: 6 })).toBe(
      'legal-review.HEARING_NOTICE_TOO_SHORT',
    );
  });
});
