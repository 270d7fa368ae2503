import { Injectable } from '@nestjs/common';
import type { Activity, ActivityBehavior, Completion, Tx } from '@fashen/plugin-api';
import { FormService } from './form.service';

/** A task with a form is left only with answers that fit the form. */
@Injectable()
export class FormBehavior implements ActivityBehavior<{ form: string }> {
  readonly extension = 'form:Binding';

  constructor(private readonly forms: FormService) {}

  async onComplete(tx: Tx, activity: Activity<{ form: string }>, completion: Completion): Promise<void> {
    if (!activity.taskId) return;
    await this.forms.judgeCompletion(tx, { formKey: activity.extension.form, taskId: activity.taskId, output: completion.output });
  }
}
