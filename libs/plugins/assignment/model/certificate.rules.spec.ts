import { dayOf, isDay, isValidOn } from './certificate.rules';

describe('certificates', () => {
  it.each([
    ['2023-12-31', false],
    ['2024-01-01', true],
    ['2026-09-01', true],
    ['2026-09-02', false],
  ])('counts both ends of the validity: %s %s', (day, expected) => {
    expect(isValidOn({ kind: 'enforcement', number: '1', validFrom: '2024-01-01', validTo: '2026-09-01' }, day)).toBe(expected);
  });

  it('never expires without an end', () => {
    expect(isValidOn({ kind: 'legal-profession', number: '1', validFrom: '2015-03-01' }, '2099-01-01')).toBe(true);
  });

  it('begins the day at midnight of the bureau, not of Greenwich', () => {
    expect([dayOf(new Date('2026-08-31T16:00:00Z'), 480), dayOf(new Date('2026-08-31T15:59:59Z'), 480)]).toEqual([
      '2026-09-01',
      '2026-08-31',
    ]);
  });

  it('tells days from other text', () => {
    expect(['2026-09-05', '2026-13-01', '5.9.2026', '2026-09-05T00:00:00Z', ''].map(isDay)).toEqual([true, false, false, false, false]);
  });
});
