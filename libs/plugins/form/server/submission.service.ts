import { Injectable, Optional } from '@nestjs/common';
import { CaseAccess, type InstanceView, type JsonObject, Tasks, type Tx } from '@fashen/plugin-api';
import { SharedForms, type SubmissionBody } from '../model';

/** Ends tasks with the answers of their forms. The answers are judged by the behavior, whoever completes. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly tasks: Tasks,
    private readonly access: CaseAccess,
    @Optional() private readonly shared?: SharedForms,
  ) {}

  /** Where several fill in the form, only the actor's part ends, and the step with the last one. */
  async submit(tx: Tx, taskId: string, body: SubmissionBody): Promise<InstanceView> {
    const task = await this.tasks.require(tx, taskId);
    await this.access.requireOfTask(tx, task);
    const data = body.data as JsonObject;
    const version = body.expectedVersion === undefined ? {} : { expectedVersion: body.expectedVersion };
    const shared = await this.shared?.submit(tx, task, { data, ...version });
    return shared ?? this.tasks.complete(tx, taskId, { output: data, ...version });
  }
}
