import { createInstance } from 'i18next';
import { gapFormatter, wordFor } from './word-for';

describe('the word that goes with a number', () => {
  it('is the first for one and the second for any other number', () => {
    expect(wordFor(1, 'day|days')).toBe('day');
    expect(wordFor('1', 'day|days')).toBe('day');
    expect(wordFor(0, 'day|days')).toBe('days');
    expect(wordFor(12, 'is|are')).toBe('are');
  });

  it('stands in the text itself', () => {
    // given
    const texts = createInstance().use(gapFormatter);
    const translation = { left: '{n} working {n, day|days} left', due: 'Due {day}' };
    void texts.init({ lng: 'en', initAsync: false, interpolation: { prefix: '{', suffix: '}' }, resources: { en: { translation } } });
    // then
    expect(texts.t('left', { n: 1 })).toBe('1 working day left');
    expect(texts.t('left', { n: 3 })).toBe('3 working days left');
    expect(texts.t('due', { day: '10-20' })).toBe('Due 10-20');
  });
});
