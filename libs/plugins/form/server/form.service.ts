import { Injectable } from '@nestjs/common';
import { CaseAccess, type JsonObject, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import { checkSubmission, formErrors, type FormReply, type FormSchema, prefill, StartForms } from '../model';
import { hiddenWith } from './form-conditions';
import { FormLookupService } from './form-lookup.service';
import { FormPeopleService } from './form-people.service';
import type { FormVersion } from './form.repository';

/**
 * Shows and judges forms. A task keeps the version that was in force when the task was made, so a form published meanwhile
 * never changes what somebody is filling in.
 */
@Injectable()
export class FormService extends StartForms {
  constructor(
    private readonly lookup: FormLookupService,
    private readonly people: FormPeopleService,
    private readonly tasks: Tasks,
    private readonly access: CaseAccess,
  ) {
    super();
  }

  /** The form of a task with what the case already knows; nothing where the step has no form. */
  async show(tx: Tx, taskId: string): Promise<FormReply | undefined> {
    const task = await this.tasks.require(tx, taskId);
    const instance = await this.access.requireOfTask(tx, task);
    const form = await this.lookup.findOfTask(tx, task);
    return form && this.replyOf(tx, form, instance.variables);
  }

  /** The form with which a case of this process starts; nothing where it asks for nothing. */
  async showStart(tx: Tx, definitionKey: string): Promise<FormReply | undefined> {
    const form = await this.lookup.ofStart(tx, definitionKey);
    return form && this.replyOf(tx, form, {});
  }

  /** A process that does not exist has no form to fit: whoever starts the case says so. */
  async check(tx: Tx, definitionKey: string, data: JsonObject): Promise<void> {
    if (!(await this.lookup.isPublished(tx, definitionKey))) return;
    const form = await this.lookup.ofStart(tx, definitionKey);
    await this.judge(tx, form?.schema ?? EMPTY, data);
  }

  /** Judges the answers that are about to complete a task. Where several fill in the form, each has been judged with their own part. */
  async judgeCompletion(tx: Tx, request: { formKey: string; taskId: string; output: JsonObject }): Promise<void> {
    // A step that is passed by itself ends before it has a row.
    const task = await this.tasks.find(tx, request.taskId);
    if (task?.mark === 'seats') return;
    const form = await this.lookup.inForce(tx, request.formKey, task?.createdAt ?? tx.now);
    await this.judge(tx, form.schema, request.output);
  }

  /** Judges the answers with which one of several people ends their own part of a step. */
  async judgePart(tx: Tx, { formKey, task, data }: { formKey: string; task: TaskView; data: JsonObject }): Promise<void> {
    const form = await this.lookup.inForce(tx, formKey, await this.lookup.formDayOf(tx, task));
    await this.judge(tx, form.schema, data);
  }

  private async judge(tx: Tx, schema: FormSchema, data: JsonObject): Promise<void> {
    const filled = await this.people.fill(tx, schema);
    const { problems } = checkSubmission(filled, data, hiddenWith(data, tx.now));
    if (problems.length === 0) return;
    throw formErrors.INVALID({ count: problems.length, problems: problems.slice(0, MOST_PROBLEMS).map((problem) => ({ ...problem })) });
  }

  private async replyOf(tx: Tx, { key, version, schema }: FormVersion, variables: JsonObject): Promise<FormReply> {
    return { key, version, schema: await this.people.fill(tx, schema), data: prefill(schema, variables) };
  }
}

/** Problems that are named; more of them are counted only. */
const MOST_PROBLEMS = 100;

/** The form of a process without a start form: it accepts nothing. */
const EMPTY: FormSchema = { type: 'default', id: 'empty', components: [] };
