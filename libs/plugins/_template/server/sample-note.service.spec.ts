import type { CaseAccess, Tx, WorkflowEvent } from '@fashen/plugin-api';
import { SampleNoteService } from './sample-note.service';

function given(): { service: SampleNoteService; tx: Tx; told: WorkflowEvent[] } {
  const told: WorkflowEvent[] = [];
  const access = { require: (_tx: Tx, id: string) => Promise.resolve({ id }) } as unknown as CaseAccess;
  return { service: new SampleNoteService(access), tx: { emit: (event: WorkflowEvent) => told.push(event) } as unknown as Tx, told };
}

describe('adding a note', () => {
  it('tells the record of the case what was noted', async () => {
    // given
    const { service, tx, told } = given();
    // when
    await service.add(tx, { instanceId: 'case-1', text: ' 材料已补齐 ' });
    // then
    expect(told).toEqual([{ name: 'sample-note.noteAdded', instanceId: 'case-1', payload: { text: '材料已补齐' } }]);
  });

  it('refuses an empty note', async () => {
    // given
    const { service, tx, told } = given();
    // when
    const adding = service.add(tx, { instanceId: 'case-1', text: ' ' });
    // then
    await expect(adding).rejects.toMatchObject({ code: 'sample-note.NOTE_EMPTY' });
    expect(told).toEqual([]);
  });
});
