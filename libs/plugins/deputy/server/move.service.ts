import { Injectable } from '@nestjs/common';
import { Directory, isCovered, type TaskMove, Tasks, type Tx, type WorkflowEvent } from '@fashen/plugin-api';
import { actedTasks, deputyErrors, movingRules } from '../model';
import { DeputyRuleRepository } from './deputy-rule.repository';

/** Whose tasks lie with a deputy now. Nothing is kept about it: it follows from the rules, so tasks are back the moment a rule ends. */
@Injectable()
export class MoveService {
  constructor(
    private readonly rules: DeputyRuleRepository,
    private readonly directory: Directory,
    private readonly tasks: Tasks,
  ) {}

  /** A deputy who has left, or whose own work lies with somebody else, gets nothing. */
  async of(tx: Tx, principalId: string): Promise<readonly TaskMove[]> {
    const own = await this.rules.listMoves(tx, [principalId]);
    const onward = await this.rules.listMoves(
      tx,
      own.map(({ deputyId }) => deputyId),
    );
    const moves: TaskMove[] = [];
    for (const { id: ruleId, deputyId, scope, toAt } of movingRules([...own, ...onward], principalId)) {
      const deputy = await this.directory.find(tx, deputyId);
      if (deputy?.active) moves.push({ ruleId, deputyId, deputyName: deputy.name, scope, until: new Date(toAt) });
    }
    return moves;
  }

  /** Refuses what a principal did about a task of his that lies with a deputy. */
  async requireNotMoved(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    const { personId } = tx.actor;
    const moves = await this.of(tx, personId);
    if (moves.length === 0) return;
    const { taskIds, formerHolders } = actedTasks(events);
    for (const taskId of taskIds) {
      const task = await this.tasks.find(tx, taskId);
      if (!task || ![task.assigneeId, formerHolders.get(taskId)].includes(personId)) continue;
      const move = moves.find(({ scope }) => isCovered(scope, task));
      if (move) throw deputyErrors.MOVED({ step: task.nodeName, deputy: move.deputyName });
    }
  }
}
