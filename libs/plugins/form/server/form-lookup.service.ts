import { Injectable } from '@nestjs/common';
import {
  Definitions,
  Instances,
  type InstanceView,
  type ModelElement,
  type ProcessModel,
  Tasks,
  type TaskView,
  type Tx,
} from '@fashen/plugin-api';
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
    private readonly tasks: Tasks,
  ) {}

  /** The form of a task, in the version that was in force when the task was made; nothing where the step has no form. */
  async findOfTask(tx: Tx, task: TaskView): Promise<FormVersion | undefined> {
    const key = boundKey(await this.instances.model(tx, task.instanceId), task.nodeId);
    return key === undefined ? undefined : this.inForce(tx, key, await this.formDayOf(tx, task));
  }

  /** The moment whose forms count for a task. All who fill in a step together have the same form, whenever their turn comes. */
  async formDayOf(tx: Tx, { kind, parentId, createdAt }: TaskView): Promise<Date> {
    const visit = kind === 'SEAT' && parentId !== undefined ? await this.tasks.find(tx, parentId) : undefined;
    return visit?.createdAt ?? createdAt;
  }

  /** The form with which a running case was started, in the version of that day, and the name of its start event. */
  async findOfStarted(tx: Tx, { id, startedAt }: InstanceView): Promise<{ form: FormVersion; nodeName: string } | undefined> {
    const model = await this.instances.model(tx, id);
    for (const { id: nodeId, name } of startsOf(model)) {
      const key = boundKey(model, nodeId);
      if (key !== undefined) return { form: await this.inForce(tx, key, startedAt), nodeName: name ?? nodeId };
    }
    return undefined;
  }

  async isPublished(tx: Tx, definitionKey: string): Promise<boolean> {
    return (await this.definitions.latest(tx, definitionKey)) !== undefined;
  }

  /** The form with which a case of this process starts, in force now; nothing when the process has none. */
  async ofStart(tx: Tx, definitionKey: string): Promise<FormVersion | undefined> {
    const definition = await this.definitions.latest(tx, definitionKey);
    if (!definition) return undefined;
    const model = await this.definitions.model(tx, definition.id);
    const key = startsOf(model)
      .map(({ id }) => boundKey(model, id))
      .find((bound) => bound !== undefined);
    return key === undefined ? undefined : this.inForce(tx, key, tx.now);
  }

  async inForce(tx: Tx, key: string, at: Date): Promise<FormVersion> {
    const form = await this.repository.findInForce(tx, key, at);
    if (!form) throw formErrors.FORM_MISSING({ key });
    return form;
  }
}

/** Start events of the process itself, not of its sub-processes. */
function startsOf({ elements, processId }: ProcessModel): readonly ModelElement[] {
  const isOfProcess = (parentId: string | undefined): boolean => parentId === undefined || parentId === processId;
  return [...elements.values()].filter(({ type, parentId }) => type === 'bpmn:StartEvent' && isOfProcess(parentId));
}

function boundKey(model: ProcessModel, nodeId: string): string | undefined {
  const key = model.elements.get(nodeId)?.extensions[BINDING]?.['form'];
  return typeof key === 'string' ? key : undefined;
}
