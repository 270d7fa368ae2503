import { Injectable } from '@nestjs/common';
import { Definitions, Instances, type ProcessModel, type TaskView, type Tx } from '@fashen/plugin-api';
import { formErrors } from '../model';
import { FormRepository, type FormVersion } from './form.repository';

const BINDING = 'form:Binding';

/** Finds the form that a drawing binds to a task or to the start of a process. */
@Injectable()
export class FormLookupService {
  constructor(
    private readonly repository: FormRepository,
    private readonly instances: Instances,
    private readonly definitions: Definitions,
  ) {}

  /** The form of a task, in the version that was in force when the task was made. */
  async ofTask(tx: Tx, task: TaskView): Promise<FormVersion> {
    const model = await this.instances.model(tx, task.instanceId);
    const key = boundKey(model, task.nodeId);
    if (key === undefined) throw formErrors.NO_FORM({ taskId: task.id });
    return this.inForce(tx, key, task.createdAt);
  }

  async isPublished(tx: Tx, definitionKey: string): Promise<boolean> {
    return (await this.definitions.latest(tx, definitionKey)) !== undefined;
  }

  /** The form with which a case of this process starts, in force now; nothing when the process has none. */
  async ofStart(tx: Tx, definitionKey: string): Promise<FormVersion | undefined> {
    const definition = await this.definitions.latest(tx, definitionKey);
    if (!definition) return undefined;
    const model = await this.definitions.model(tx, definition.id);
    const starts = [...model.elements.values()].filter(({ type, parentId }) => type === 'bpmn:StartEvent' && isTopLevel(model, parentId));
    const key = starts.map(({ id }) => boundKey(model, id)).find((bound) => bound !== undefined);
    return key === undefined ? undefined : this.inForce(tx, key, tx.now);
  }

  async inForce(tx: Tx, key: string, at: Date): Promise<FormVersion> {
    const form = await this.repository.findInForce(tx, key, at);
    if (!form) throw formErrors.FORM_MISSING({ key });
    return form;
  }
}

const isTopLevel = (model: ProcessModel, parentId: string | undefined): boolean => parentId === undefined || parentId === model.processId;

function boundKey(model: ProcessModel, nodeId: string): string | undefined {
  const key = model.elements.get(nodeId)?.extensions[BINDING]?.['form'];
  return typeof key === 'string' ? key : undefined;
}
