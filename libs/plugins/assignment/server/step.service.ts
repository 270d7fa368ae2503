import { Injectable } from '@nestjs/common';
import { type Activity, Instances, Tasks, type Tx } from '@fashen/plugin-api';
import { type AssignmentRule, assignmentRule, ruleAt, type StepToTake } from '../model';

/** Which step of which case. */
export interface StepPlace {
  readonly instanceId: string;
  readonly nodeId: string;
  readonly nodeName: string;
}

/** Who started a case, and what there is to know of a step before people are judged by it. */
@Injectable()
export class StepService {
  constructor(
    private readonly instances: Instances,
    private readonly tasks: Tasks,
  ) {}

  /** A step that somebody is about to take. The starter is looked up only where the rule asks for it. */
  async toTake(tx: Tx, { instanceId, nodeId, nodeName }: StepPlace, rule: AssignmentRule, createdAt: number): Promise<StepToTake> {
    const step = { nodeId, nodeName, rule, createdAt };
    return rule.starterPolicy === 'allow' ? step : { ...step, starterId: (await this.starterOf(tx, instanceId)).personId };
  }

  /** A step that somebody is about to end. */
  async toEnd(tx: Tx, activity: Activity): Promise<StepToTake> {
    const model = await this.instances.model(tx, activity.instanceId);
    const rule = ruleAt(model.elements.get(activity.nodeId)) ?? assignmentRule.parse(activity.extension);
    const task = rule.samePersonPolicy === 'exclude' && activity.taskId ? await this.tasks.find(tx, activity.taskId) : undefined;
    return this.toTake(tx, activity, rule, (task?.createdAt ?? tx.now).getTime());
  }

  /** Who started the case, whatever process of it this is. In the command that starts it that is the actor. */
  async starterOf(tx: Tx, instanceId: string): Promise<{ personId: string; unitId?: string }> {
    const parent = await this.instances.parentOf(tx, instanceId);
    if (parent) return this.starterOf(tx, parent.instanceId);
    const instance = await this.instances.find(tx, instanceId);
    return instance ? { personId: instance.startedBy, ...(instance.unitId && { unitId: instance.unitId }) } : tx.actor;
  }

  /** The unit whose people alone count, when the rule names one. */
  async unitOf(tx: Tx, instanceId: string, { unit }: AssignmentRule): Promise<string | undefined> {
    return unit === 'starter' ? (await this.starterOf(tx, instanceId)).unitId : unit;
  }
}
