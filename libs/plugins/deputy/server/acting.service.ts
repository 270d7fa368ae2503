import { Injectable } from '@nestjs/common';
import { type ActingFor, Deputies, isCovered, type TaskMove, Tasks, type TaskView, type Tx, type WorkflowEvent } from '@fashen/plugin-api';
import { type ActedTasks, actedTasks, actRefusal, caseBeside, deputyErrors, deputyEvents, type DeputyRule, ringOf } from '../model';
import { ActFactsService } from './act-facts.service';
import { DeputyTables } from './deputy-tables';
import { MoveService } from './move.service';

/** Lets deputies act, and judges what they did before it is committed. */
@Injectable()
export class ActingService extends Deputies {
  constructor(
    private readonly tables: DeputyTables,
    private readonly facts: ActFactsService,
    private readonly tasks: Tasks,
    private readonly moving: MoveService,
  ) {
    super();
  }

  /** One deputy has at most one rule of a principal at a time. A rule within a ring gives nobody a right. */
  async require(tx: Tx, deputyId: string, principalId: string): Promise<ActingFor> {
    const rule = (await this.tables.rules.listInForce(tx, deputyId)).find((one) => one.principalId === principalId);
    if (!rule) throw deputyErrors.NO_RULE({ principalId });
    const others = (await this.tables.rules.listOpen(tx)).filter(({ id }) => id !== rule.id);
    const ring = ringOf(others, rule);
    if (ring) throw deputyErrors.CYCLE({ people: [...ring] });
    return this.actingFor(tx, rule);
  }

  async principals(tx: Tx, deputyId: string): Promise<readonly ActingFor[]> {
    const found: ActingFor[] = [];
    for (const rule of await this.tables.rules.listInForce(tx, deputyId)) found.push(await this.actingFor(tx, rule));
    return found;
  }

  moves(tx: Tx, principalId: string): Promise<readonly TaskMove[]> {
    return this.moving.of(tx, principalId);
  }

  /** The rule that was made first. A rule within a ring gives nobody a right. */
  async deputyOf(
    tx: Tx,
    principalId: string,
    step: { readonly definitionKey: string; readonly nodeId: string },
  ): Promise<string | undefined> {
    const open = await this.tables.rules.listOpen(tx);
    const now = tx.now.getTime();
    return open
      .filter((rule) => rule.principalId === principalId && rule.fromAt <= now && isCovered(rule.scope, step))
      .sort((one, other) => one.createdAt - other.createdAt)
      .find((rule) => {
        const others = open.filter(({ id }) => id !== rule.id);
        return !ringOf(others, rule);
      })?.deputyId;
  }

  /**
   * Asked before the commit with everything the unit told. The rule must still be in force, and stays so until the commit; something of the
   * principal's must have been done, all of it within the rule, and nothing a deputy must not do. Papers may be added to a case in which the
   * principal has a task.
   */
  async requireMayAct(tx: Tx, actingFor: ActingFor, events: readonly WorkflowEvent[]): Promise<void> {
    const { personId: principalId, ruleId } = actingFor;
    if (!(await this.tables.rules.countAct(tx, ruleId))) throw deputyErrors.RULE_ENDED({ principalId });
    const besideId = caseBeside(events);
    if (besideId !== undefined && (await this.hasWorkIn(tx, actingFor, besideId))) return;
    const acted = actedTasks(events);
    const theirs = await this.tasksOf(tx, principalId, acted);
    if (theirs.length === 0) throw deputyErrors.NOT_THEIR_TASK({ principalId });
    for (const task of theirs) await this.requireTask(tx, actingFor, task, acted);
  }

  private async actingFor(tx: Tx, { id: ruleId, principalId: personId, scope }: DeputyRule): Promise<ActingFor> {
    return { personId, name: await this.facts.nameOf(tx, personId), ruleId, scope };
  }

  private async hasWorkIn(tx: Tx, { personId, scope }: ActingFor, instanceId: string): Promise<boolean> {
    const tasks = await this.tasks.ofInstance(tx, instanceId);
    return tasks.some((task) => task.state === 'ASSIGNED' && task.assigneeId === personId && isCovered(scope, task));
  }

  private async tasksOf(tx: Tx, principalId: string, { taskIds, formerHolders }: ActedTasks): Promise<readonly TaskView[]> {
    const theirs: TaskView[] = [];
    for (const taskId of taskIds) {
      const task = await this.tasks.find(tx, taskId);
      if (task && [task.assigneeId, formerHolders.get(taskId)].includes(principalId)) theirs.push(task);
    }
    return theirs;
  }

  private async requireTask(tx: Tx, actingFor: ActingFor, task: TaskView, acted: ActedTasks): Promise<void> {
    const { personId: principalId, ruleId, scope } = actingFor;
    const { instanceId, nodeId, nodeName } = task;
    if (!isCovered(scope, task)) throw deputyErrors.OUT_OF_SCOPE({ step: nodeName });
    // Whose vote ends the turn of a signer lets the next signers begin: that asks nobody else.
    const isWidened = task.state !== 'DONE' && acted.widenedExecutionIds.has(task.executionId);
    if (acted.formerHolders.has(task.id) || isWidened) throw deputyErrors.MAY_NOT_HAND_ON({ step: nodeName });
    const facts = await this.facts.of(tx, principalId, task);
    const refusal = actRefusal(facts);
    if (refusal) throw deputyErrors[refusal]({ step: nodeName });
    if (task.state !== 'DONE') return;
    await this.tables.acts.add(tx, { instanceId, taskId: task.id, actingFor, principalUnitId: facts.principalUnitId });
    tx.emit(deputyEvents.acted({ nodeId, nodeName, doneTaskId: task.id, principalId, ruleId }, { instanceId }));
  }
}
