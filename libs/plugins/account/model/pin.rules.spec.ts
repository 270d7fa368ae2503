import { pinWeaknessesOf, TRIVIAL_PINS } from './pin.rules';

const policy = { minLength: 6, trivial: TRIVIAL_PINS };

describe('a signing PIN', () => {
  it.each([
    ['739105', []],
    ['4820617', []],
    ['72915', ['tooShort']],
    ['', ['notDigits']],
    ['12a456', ['notDigits']],
    ['１２９４７５', ['notDigits']],
    ['123456', ['sequence']],
    ['890123', ['sequence']],
    ['987654', ['sequence']],
    ['210987', ['sequence']],
    ['246802', ['sequence']],
    ['975319', ['sequence']],
    ['111111', ['repetition']],
    ['121212', ['repetition']],
    ['482482', ['repetition']],
    ['111222', ['repetition']],
    ['100000', ['repetition']],
    ['147258', ['trivial']],
    ['5201314', ['trivial']],
  ])('%s has the weaknesses %j', (pin, expected) => {
    expect(pinWeaknessesOf(pin, policy)).toEqual(expected);
  });

  it('may be as short and as usual as the bureau says', () => {
    expect(pinWeaknessesOf('147258', { minLength: 6, trivial: [] })).toEqual([]);
    expect(pinWeaknessesOf('739105', { minLength: 8, trivial: [] })).toEqual(['tooShort']);
  });
});

describe('the list of trivial PINs', () => {
  it('has digits only, and no PIN twice', () => {
    expect(new Set(TRIVIAL_PINS).size).toBe(TRIVIAL_PINS.length);
    expect(TRIVIAL_PINS.every((pin) => /^\d{6,12}$/.test(pin))).toBe(true);
  });
});
