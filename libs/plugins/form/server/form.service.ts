import { Injectable } from '@nestjs/common';
import { CaseAccess, Definitions, Instances, type InstanceView, type JsonObject, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import {
  checkSubmission,
  formErrors,
  type FormReply,
  type FormSchema,
  prefill,
  StartForms,
  type SubmissionBody,
} from '../model';
import { hiddenWith } from './form-conditions';
import { FormPeopleService } from './form-people.service';
import { FormRepository, type FormVersion } from './form.repository';

const BINDING = 'form:Binding';

/**
 * Shows and judges forms. A task keeps the version that was in force when the task was made, so a form published meanwhile
 * never changes what somebody is filling in.
 */
@Injectable()
export class FormService extends StartForms {
  constructor(
    private readonly repository: FormRepository,
    private readonly people: FormPeopleService,
    private readonly tasks: Tasks,
    private readonly instances: Instances,
    private readonly definitions: Definitions,
    private readonly access: CaseAccess,
  ) {
    super();
  }

  /** The form of a task with what the case already knows. */
  async show(tx: Tx, taskId: string): Promise<FormReply> {
    const task = await this.tasks.require(tx, taskId);
    const instance = await this.access.require(tx, task.instanceId);
    const form = await this.requireForm(tx, await this.boundKey(tx, task), task.createdAt);
    return this.replyOf(tx, form, instance.variables);
  }

  /** The form with which a case of this process starts. */
  async showStart(tx: Tx, definitionKey: string): Promise<FormReply> {
    const form = await this.startForm(tx, definitionKey);
    if (!form) throw formErrors.NO_FORM({ definitionKey });
    return this.replyOf(tx, form, {});
  }

  /** Ends a task with the answers of its form. The answers are judged by the behavior, whoever completes. */
  async submit(tx: Tx, taskId: string, body: SubmissionBody): Promise<InstanceView> {
    const task = await this.tasks.require(tx, taskId);
    await this.access.require(tx, task.instanceId);
    return this.tasks.complete(tx, taskId, {
      output: body.data as JsonObject,
      ...(body.expectedVersion === undefined ? {} : { expectedVersion: body.expectedVersion }),
    });
  }

  async check(tx: Tx, definitionKey: string, data: JsonObject): Promise<void> {
    const form = await this.startForm(tx, definitionKey);
    await this.judge(tx, form?.schema ?? EMPTY, data);
  }

  /** Judges the answers that are about to complete a task. */
  async judgeCompletion(tx: Tx, request: { formKey: string; taskId: string; output: JsonObject }): Promise<void> {
    const task = await this.tasks.require(tx, request.taskId);
    const form = await this.requireForm(tx, request.formKey, task.createdAt);
    await this.judge(tx, form.schema, request.output);
  }

  private async judge(tx: Tx, schema: FormSchema, data: JsonObject): Promise<void> {
    const filled = await this.people.fill(tx, schema);
    const { problems } = checkSubmission(filled, data, hiddenWith(data, tx.now));
    if (problems.length > 0) throw formErrors.INVALID({ count: problems.length, problems: problems.map((problem) => ({ ...problem })) });
  }

  private async boundKey(tx: Tx, task: TaskView): Promise<string> {
    const model = await this.instances.model(tx, task.instanceId);
    const key = model.elements.get(task.nodeId)?.extensions[BINDING]?.['form'];
    if (typeof key !== 'string') throw formErrors.NO_FORM({ taskId: task.id });
    return key;
  }

  private async startForm(tx: Tx, definitionKey: string): Promise<FormVersion | undefined> {
    const definition = await this.definitions.latest(tx, definitionKey);
    if (!definition) return undefined;
    const model = await this.definitions.model(tx, definition.id);
    const start = [...model.elements.values()].find(
      (element) => element.type === 'bpmn:StartEvent' && element.parentId === model.processId && element.extensions[BINDING],
    );
    const key = start?.extensions[BINDING]?.['form'];
    return typeof key === 'string' ? this.requireForm(tx, key, tx.now) : undefined;
  }

  private async requireForm(tx: Tx, key: string, at: Date): Promise<FormVersion> {
    const form = await this.repository.findInForce(tx, key, at);
    if (!form) throw formErrors.FORM_MISSING({ key });
    return form;
  }

  private async replyOf(tx: Tx, form: FormVersion, variables: JsonObject): Promise<FormReply> {
    return {
      key: form.key,
      version: form.version,
      schema: await this.people.fill(tx, form.schema),
      data: prefill(form.schema, variables),
    };
  }
}

/** The form of a process without a start form: it accepts nothing. */
const EMPTY: FormSchema = { type: 'default', id: 'empty', components: [] };
