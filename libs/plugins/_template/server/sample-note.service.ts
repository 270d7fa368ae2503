import { Injectable } from '@nestjs/common';
import { CaseAccess, type Tx } from '@fashen/plugin-api';
import { judgeNote, type NewNote, NOTE_LENGTH, type NoteReply, sampleNoteErrors, sampleNoteEvents } from '../model';

/** Puts notes into the record of a case. */
@Injectable()
export class SampleNoteService {
  constructor(private readonly access: CaseAccess) {}

  /** Adds a note to a case the actor may see. The second time it is a second note. */
  async add(tx: Tx, { instanceId, text }: NewNote): Promise<NoteReply> {
    const instance = await this.access.require(tx, instanceId);
    const verdict = judgeNote(text);
    if (verdict === 'empty') throw sampleNoteErrors.NOTE_EMPTY();
    if (verdict === 'tooLong') throw sampleNoteErrors.NOTE_TOO_LONG({ length: NOTE_LENGTH });

    const note = { text: text.trim() };
    tx.emit(sampleNoteEvents.noteAdded(note, { instanceId: instance.id }));
    return note;
  }
}
