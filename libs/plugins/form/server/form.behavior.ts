import { Injectable } from '@nestjs/common';
import type { Activity, ActivityBehavior, Completion, EndingSeat, Tx } from '@fashen/plugin-api';
import { FormService } from './form.service';

/** A task with a form is left only with answers that fit the form; so is each part of it, where several fill it in. */
@Injectable()
export class FormBehavior implements ActivityBehavior<{ form: string }> {
  readonly extension = 'form:Binding';

  constructor(private readonly forms: FormService) {}

  async onComplete(tx: Tx, activity: Activity<{ form: string }>, completion: Completion): Promise<void> {
    if (!activity.taskId) return;
    await this.forms.judgeCompletion(tx, { formKey: activity.extension.form, taskId: activity.taskId, output: completion.output });
  }

  /** Who was asked for advice by one who fills in the form answers in words of their own. */
  async onSeatEnd(tx: Tx, { extension }: Activity<{ form: string }>, { task, submission = {} }: EndingSeat): Promise<void> {
    if (task.kind === 'SEAT') await this.forms.judgePart(tx, { formKey: extension.form, task, data: submission });
  }
}
