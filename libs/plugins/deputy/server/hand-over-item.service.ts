import { Injectable } from '@nestjs/common';
import { isWorkflowError, type Tx } from '@fashen/plugin-api';
import { deputyErrors, type SettlementBody } from '../model';
import { HandOverRepository, type ItemResult } from './hand-over.repository';
import { RuleHandOver } from './rule-hand-over';
import { TaskHandOver } from './task-hand-over';
import { TurnHandOver } from './turn-hand-over';
import type { Turn } from './hand-over-turn';

/** Hands over one entry. What stands against it is checked before anything is written, so that a conflict is a result and no failure. */
@Injectable()
export class HandOverItemService {
  constructor(
    private readonly repository: HandOverRepository,
    private readonly tasks: TaskHandOver,
    private readonly turns: TurnHandOver,
    private readonly rules: RuleHandOver,
  ) {}

  /** Settles an open entry for this successor. The second time nothing happens. */
  async settle(tx: Tx, itemId: string, successor?: SettlementBody): Promise<void> {
    const item = await this.repository.lockItem(tx, itemId);
    if (!item || item.state === 'DONE' || item.state === 'GONE') return;
    const handOver = await this.repository.find(tx, item.handOverId);
    if (handOver) await this.repository.settle(tx, itemId, await this.resultOf(tx, { handOver, item, to: successor ?? handOver }));
  }

  private async resultOf(tx: Tx, turn: Turn): Promise<ItemResult> {
    const { item, to } = turn;
    try {
      if (item.kind === 'TASK' || item.kind === 'SEAT') return await this.tasks.handOn(tx, turn);
      if (item.kind === 'TURN') return await this.turns.handOn(tx, turn);
      if (item.kind === 'RULE') return await this.rules.handOn(tx, turn);
      return { state: 'BY_HAND', code: deputyErrors.BY_HAND.code };
    } catch (error) {
      if (!isWorkflowError(error)) throw error;
      return { state: 'CONFLICT', code: error.code, params: error.params, ...(to.successorId && { successorId: to.successorId }) };
    }
  }
}
