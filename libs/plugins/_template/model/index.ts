/** What is true about notes everywhere. */
export { sampleNoteErrors } from './sample-note.errors';
export { sampleNoteEvents } from './sample-note.events';
export { judgeNote, NOTE_LENGTH } from './sample-note.rules';
export type { NoteVerdict } from './sample-note.rules';
export { newNote } from './sample-note.schema';
export type { NewNote, NoteReply } from './sample-note.schema';
