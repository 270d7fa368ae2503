import { z } from 'zod';

/** Body of a new note. */
export const newNote = z.strictObject({
  instanceId: z.string().min(1).max(36),
  text: z.string().max(2_000),
});

/** A note as a person writes it. */
export type NewNote = z.infer<typeof newNote>;

/** The note as it stands in the record. */
export interface NoteReply {
  readonly text: string;
}
