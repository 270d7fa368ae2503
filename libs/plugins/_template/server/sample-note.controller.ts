import { Body, Controller, Post } from '@nestjs/common';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import { type NewNote, newNote, type NoteReply } from '../model';
import { SampleNoteService } from './sample-note.service';

/** Notes over HTTP. */
@Controller('sample-note')
export class SampleNoteController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly service: SampleNoteService,
  ) {}

  @Post()
  @AllowSignedIn()
  add(@Context() context: RequestContext, @Body(parsedBy(newNote)) body: NewNote): Promise<NoteReply> {
    return this.units.run(context, (tx) => this.service.add(tx, body));
  }
}
