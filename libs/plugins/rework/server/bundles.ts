import { Injectable } from '@nestjs/common';
import { Instances, Moves, Tasks } from '@fashen/plugin-api';
import { CalledModelService } from './called-model.service';
import { CaseNotesRepository } from './case-notes.repository';
import { FrameRepository } from './frame.repository';
import { HeldTaskService } from './held-task.service';
import { ReopenedTaskService } from './reopened-task.service';
import { ReturnRepository } from './return.repository';

/** What the engine offers to those who move cases. */
@Injectable()
export class CaseEngine {
  constructor(
    readonly tasks: Tasks,
    readonly instances: Instances,
    readonly moves: Moves,
    readonly calledModels: CalledModelService,
  ) {}
}

/** The rows of this plugin. */
@Injectable()
export class ReworkRows {
  constructor(
    readonly returns: ReturnRepository,
    readonly frames: FrameRepository,
    readonly notes: CaseNotesRepository,
  ) {}
}

/** Whose task it is, and whose it becomes. */
@Injectable()
export class TaskPeople {
  constructor(
    readonly held: HeldTaskService,
    readonly reopened: ReopenedTaskService,
  ) {}
}
