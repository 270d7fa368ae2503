import { palette } from './theme';

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = channels.map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(text: string, ground: string): number {
  const [light, dark] = [luminance(text), luminance(ground)].sort((one, other) => other - one);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

describe('contrast of the palette', () => {
  it.each([
    ['links on paper', palette.primary, palette.paper],
    ['links on the page ground', palette.primary, palette.ground],
    ['links on a selected row', palette.primary, palette.primaryGround],
    ['success on its ground', palette.success, palette.successGround],
    ['warning on its ground', palette.warning, palette.warningGround],
    ['errors on their ground', palette.error, palette.errorGround],
    ['secondary text on the page ground', palette.secondary, palette.ground],
    ['placeholders on paper', palette.placeholder, palette.paper],
    ['text in the navigation', palette.navigationText, palette.navigation],
    ['white on primary', palette.paper, palette.primary],
  ])('of %s is at least 4.5', (_name, text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('of borders that carry meaning is at least 3', () => {
    expect(contrast(palette.strongBorder, palette.paper)).toBeGreaterThanOrEqual(3);
  });
});
