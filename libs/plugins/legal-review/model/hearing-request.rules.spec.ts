import { sampleOfficeDays } from '@fashen/plugins/calendar/model';
import { factsOf } from './case-facts';
import { hearingRequestRefusal } from './hearing-request.rules';
import { sampleParameters } from './sample-parameters';

/** Told on 28 September 2026: the fifth working day is Saturday 10 October, which is worked. */
const told = { facts: factsOf({ notice: { served: true, servedOn: '2026-09-28' } }), parameters: sampleParameters };
const codeOf = (request: object, about = told): string | undefined => hearingRequestRefusal(request, about, sampleOfficeDays)?.code;

describe('a request for a hearing', () => {
  it.each([
    ['on the last day', { receivedOn: '2026-10-10', accepted: true }],
    ['too late', { receivedOn: '2026-10-12', accepted: false }],
    ['posted on the last day', { receivedOn: '2026-10-14', postedOn: '2026-10-10', accepted: true }],
  ])('that came %s is answered so', (_when, request) => {
    expect(codeOf(request)).toBeUndefined();
  });

  it.each([
    ['LATE', { receivedOn: '2026-10-12', accepted: true }],
    ['LATE', { receivedOn: '2026-10-14', postedOn: '2026-10-12', accepted: true }],
    ['IN_TIME', { receivedOn: '2026-10-10', accepted: false }],
    ['UNCLEAR', { receivedOn: '2026-10-10' }],
    ['UNCLEAR', { accepted: true }],
  ])('is refused as %s: %j', (code, request) => {
    expect(codeOf(request)).toBe(`legal-review.HEARING_REQUEST_${code}`);
  });

  it('is not judged by guesses', () => {
    const about = { ...told, facts: factsOf({ notice: { served: true, servedOn: '2027-12-30' } }) };
    expect(codeOf({ receivedOn: '2027-12-31', accepted: true }, about)).toBe('legal-review.CALENDAR_MISSING');
  });
});
