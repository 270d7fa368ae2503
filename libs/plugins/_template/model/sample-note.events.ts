import { defineEvent } from '@fashen/plugin-api';

/** What happens to notes. The record of the case keeps it. */
export const sampleNoteEvents = {
  noteAdded: defineEvent<{ text: string }>('sample-note', 'noteAdded'),
};
