import { newId } from './new-id';

describe('newId', () => {
  it('makes UUIDs of version 7 that carry the time', () => {
    // given
    const before = Date.now();
    // when
    const id = newId();
    // then
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBeGreaterThanOrEqual(before);
  });

  it('makes each id greater than the one before, also many within a millisecond', () => {
    // when
    const ids = Array.from({ length: 50_000 }, newId);
    // then
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });

  it('goes on ascending when the clock of the machine is set back', () => {
    // given
    const before = newId();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(0);
    // when
    const after = newId();
    clock.mockRestore();
    // then
    expect(after > before).toBe(true);
  });
});
