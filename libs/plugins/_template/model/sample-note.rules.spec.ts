import { judgeNote, NOTE_LENGTH } from './sample-note.rules';

describe('judging a note', () => {
  it('accepts a note of the greatest length', () => {
    // given
    const text = '注'.repeat(NOTE_LENGTH);
    // when
    const verdict = judgeNote(text);
    // then
    expect(verdict).toBe('fits');
  });

  it('refuses a note that is one character longer', () => {
    expect(judgeNote('注'.repeat(NOTE_LENGTH + 1))).toBe('tooLong');
  });

  it('takes spaces alone for an empty note', () => {
    expect(judgeNote(' \n ')).toBe('empty');
  });

  it('counts a character outside the basic plane once', () => {
    expect(judgeNote('𠮷'.repeat(NOTE_LENGTH))).toBe('fits');
  });
});
