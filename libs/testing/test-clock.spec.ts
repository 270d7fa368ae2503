import { FixedClock } from './test-clock';

describe('the clock of tests', () => {
  it('stands still until it is moved', () => {
    // given
    const clock = new FixedClock(new Date('2026-03-31T10:00:00Z'));
    // when
    clock.advance({ days: 1, hours: 2, minutes: 3, seconds: 4, milliseconds: 5 });
    // then
    expect(clock.now()).toEqual(new Date('2026-04-01T12:03:04.005Z'));
    expect(clock.now()).toEqual(clock.now());
  });

  it('can be put to a time', () => {
    // given
    const clock = new FixedClock();
    // when
    clock.set(new Date('2026-10-01T00:00:00Z'));
    // then
    expect(clock.now().toISOString()).toBe('2026-10-01T00:00:00.000Z');
  });

  it('hands out times that nobody else can move', () => {
    // given
    const clock = new FixedClock(new Date(0));
    // when
    clock.now().setFullYear(2000);
    // then
    expect(clock.now().getTime()).toBe(0);
  });
});
