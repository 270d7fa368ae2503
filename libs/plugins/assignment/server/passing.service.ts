import { Injectable } from '@nestjs/common';
import { type Activity, Definitions, Instances, Tasks, type Tx } from '@fashen/plugin-api';
import { FormLibrary } from '@fashen/plugins/form/model';
import { assignmentEvents, type AssignmentRule, earlierAgreement, type PassedBecause, skipsSamePerson } from '../model';
import type { Fitting } from './fitting.service';

/** Extension that asks for a form. */
const FORM = 'form:Binding';

/** Why a step passes by itself, and who would have had to agree. */
interface Passing {
  readonly personId: string;
  readonly because: PassedBecause;
  readonly earlierNodeId?: string;
  readonly earlierStep?: string;
}

/** Passes steps by themselves where their rule says so, with an entry in the record. */
@Injectable()
export class PassingService {
  /** Visits that pass by themselves in an open unit of work. */
  private readonly passing = new WeakMap<Tx, Set<string>>();

  constructor(
    private readonly tasks: Tasks,
    private readonly instances: Instances,
    private readonly definitions: Definitions,
    private readonly forms: FormLibrary,
  ) {}

  /** True when the step passes by itself; then the record says so, and nobody gets a task. */
  async pass(tx: Tx, activity: Activity, rule: AssignmentRule, fitting: Fitting): Promise<boolean> {
    if (rule.starterPolicy !== 'skip' && !skipsSamePerson(rule)) return false;
    const passing = await this.passingOf(tx, activity, rule, fitting);
    if (!passing || !(await this.mayPass(tx, activity))) return false;
    const { instanceId, nodeId, nodeName } = activity;
    tx.emit(assignmentEvents.autoPassed({ nodeId, nodeName, ...passing }, { instanceId }));
    this.passing.set(tx, (this.passing.get(tx) ?? new Set()).add(activity.executionId));
    return true;
  }

  /** True when the visit was passed by itself in this unit: nobody ends it, so nobody is judged. */
  isPassing(tx: Tx, { executionId }: Pick<Activity, 'executionId'>): boolean {
    return this.passing.get(tx)?.has(executionId) ?? false;
  }

  private async passingOf(tx: Tx, activity: Activity, rule: AssignmentRule, fitting: Fitting): Promise<Passing | undefined> {
    const [starter] = fitting.judged;
    if (rule.starterPolicy === 'skip' && fitting.isStartersOnly && starter) return { personId: starter.person.id, because: 'starter' };
    const [sole, another] = fitting.people;
    if (!skipsSamePerson(rule) || !sole || another) return undefined;
    const agreement = earlierAgreement(rule.samePersonPolicy, sole.id, await this.tasks.ofInstance(tx, activity.instanceId));
    if (!agreement) return undefined;
    const { because, task } = agreement;
    return { personId: sole.id, because, earlierNodeId: task.nodeId, earlierStep: task.nodeName };
  }

  /** Only the first time, and only when the drawing led here: what was sent back is looked at again. A form that asks for something is filled in. */
  private async mayPass(tx: Tx, { instanceId, nodeId, cause, definitionId }: Activity): Promise<boolean> {
    if (cause !== 'flow') return false;
    const trail = (await this.instances.find(tx, instanceId))?.trail.nodes ?? {};
    if ((trail[nodeId] ?? 0) > 1) return false;
    const model = await this.definitions.model(tx, definitionId);
    const key = model.elements.get(nodeId)?.extensions[FORM]?.['form'];
    return typeof key !== 'string' || this.forms.asksForNothing(tx, key);
  }
}
