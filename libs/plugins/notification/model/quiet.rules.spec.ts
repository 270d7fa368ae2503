import { heldUntil } from './quiet.rules';

const CHINA = 480;
const night = { start: '22:00', end: '07:30', weekends: false };
const at = (local: string): Date => new Date(`${local}+08:00`);

describe('quiet hours', () => {
  it('hold nothing back by day', () => expect(heldUntil(at('2026-03-02T12:00:00'), night, CHINA)).toBeUndefined());

  it('hold mail back over midnight until they end', () => {
    expect(heldUntil(at('2026-03-02T23:10:20'), night, CHINA)).toEqual(at('2026-03-03T07:30:00'));
    expect(heldUntil(at('2026-03-03T06:00:00'), night, CHINA)).toEqual(at('2026-03-03T07:30:00'));
  });

  it('begin and end to the minute', () => {
    expect(heldUntil(at('2026-03-02T21:59:59'), night, CHINA)).toBeUndefined();
    expect(heldUntil(at('2026-03-02T22:00:00'), night, CHINA)).toEqual(at('2026-03-03T07:30:00'));
    expect(heldUntil(at('2026-03-03T07:30:00'), night, CHINA)).toBeUndefined();
  });

  it('may lie within one day', () => {
    expect(heldUntil(at('2026-03-02T12:30:00'), { start: '12:00', end: '14:00', weekends: false }, CHINA)).toEqual(
      at('2026-03-02T14:00:00'),
    );
  });

  it('last over the weekend for those who want it, up to Monday morning', () => {
    expect(heldUntil(at('2026-03-06T23:00:00'), { ...night, weekends: true }, CHINA)).toEqual(at('2026-03-09T07:30:00'));
    expect(heldUntil(at('2026-03-07T12:00:00'), night, CHINA)).toBeUndefined();
  });

  it('are none when start and end are the same', () => {
    expect(heldUntil(at('2026-03-02T08:00:00'), { start: '08:00', end: '08:00', weekends: false }, CHINA)).toBeUndefined();
  });

  it('are none for those who chose none', () => expect(heldUntil(at('2026-03-02T23:00:00'), undefined, CHINA)).toBeUndefined());
});
