import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import {
  awayRule,
  deputyErrors,
  deputyEvents,
  type DeputyRule,
  type HandOverSubject,
  overlapping,
  ringOf,
  type SettlementBody,
} from '../model';
import { DeputyRuleRepository } from './deputy-rule.repository';
import type { HandOver, ItemResult } from './hand-over.repository';
import type { Turn } from './hand-over-turn';
import { Successors } from './successors';

/** Hands on a rule of deputies. */
@Injectable()
export class RuleHandOver {
  constructor(
    private readonly rules: DeputyRuleRepository,
    private readonly successors: Successors,
  ) {}

  /** Rules that name a person, as entries of a hand-over. */
  async of(tx: Tx, personId: string): Promise<readonly HandOverSubject[]> {
    const found: HandOverSubject[] = [];
    for (const { id, principalId, deputyId } of await this.rules.listOpen(tx)) {
      if (principalId !== personId && deputyId !== personId) continue;
      const [principal, deputy] = [await this.successors.nameOf(tx, principalId), await this.successors.nameOf(tx, deputyId)];
      found.push({ kind: 'RULE', refId: id, title: `${principal} → ${deputy}` });
    }
    return found;
  }

  /** The rule ends; where the leaving person was the deputy, the successor becomes it. One's own deputies go with the post. */
  async handOn(tx: Tx, { handOver, item, to }: Turn): Promise<ItemResult> {
    await this.rules.lockAll(tx);
    const rule = (await this.rules.listOpen(tx)).find(({ id }) => id === item.refId);
    if (!rule) return { state: 'GONE' };
    const next = rule.deputyId === handOver.leaverId ? await this.successorRule(tx, handOver, rule, to) : undefined;
    await this.rules.end(tx, rule.id, handOver.reason);
    const { principalId } = rule;
    tx.emit(deputyEvents.ruleEnded({ ruleId: rule.id, principalId, deputyId: rule.deputyId }, { reason: handOver.reason }));
    if (!next) return { state: 'DONE' };
    await this.rules.add(tx, next);
    const { id: ruleId, deputyId, mode } = next;
    const period = { fromAt: new Date(next.fromAt).toISOString(), toAt: new Date(next.toAt).toISOString() };
    tx.emit(deputyEvents.ruleAdded({ ruleId, principalId, deputyId, mode, ...period }, { reason: handOver.reason }));
    return { state: 'DONE', successorId: next.deputyId };
  }

  private async successorRule(tx: Tx, handOver: HandOver, rule: DeputyRule, { successorId }: SettlementBody): Promise<DeputyRule> {
    if (successorId === undefined) throw deputyErrors.NEEDS_PERSON();
    if (successorId === rule.principalId) throw deputyErrors.SELF({ personId: successorId });
    await this.successors.requireActive(tx, successorId);
    const creation = { createdBy: handOver.createdBy, createdAt: tx.now.getTime() };
    const fromAt = Math.max(rule.fromAt, tx.now.getTime());
    const next: DeputyRule = { ...rule, ...creation, id: randomUUID(), deputyId: successorId, fromAt, reason: handOver.reason };
    const others = (await this.rules.listOpen(tx)).filter(({ id }) => id !== rule.id);
    await this.requireFits(tx, others, next);
    return next;
  }

  private async requireFits(tx: Tx, others: readonly DeputyRule[], next: DeputyRule): Promise<void> {
    const other = overlapping(others, next);
    if (other) throw deputyErrors.RULE_OVERLAPS({ ruleId: other.id, deputy: await this.successors.nameOf(tx, other.deputyId) });
    const people: string[] = [];
    for (const personId of ringOf(others, next) ?? []) people.push(await this.successors.nameOf(tx, personId));
    if (people.length > 0) throw deputyErrors.CYCLE({ people });
    const away = next.mode === 'MOVE' ? awayRule(others, next) : undefined;
    if (!away) return;
    const [deputy, further] = [await this.successors.nameOf(tx, away.principalId), await this.successors.nameOf(tx, away.deputyId)];
    throw deputyErrors.DEPUTY_AWAY({ deputy, other: further });
  }
}
