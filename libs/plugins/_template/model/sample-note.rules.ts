/** Longest note, in characters as a reader counts them. */
export const NOTE_LENGTH = 200;

/** What stands against a note, if anything. */
export type NoteVerdict = 'fits' | 'empty' | 'tooLong';

/** Judges the text of a note. Spaces around it do not count. */
export function judgeNote(text: string): NoteVerdict {
  const length = [...text.trim()].length;
  if (length === 0) return 'empty';
  return length > NOTE_LENGTH ? 'tooLong' : 'fits';
}
