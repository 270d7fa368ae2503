import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Directory, type Page, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import {
  awayRule,
  deputyErrors,
  deputyEvents,
  type DeputyRule,
  type NewRule,
  type NewRuleReply,
  overlapping,
  type PrincipalReply,
  ringOf,
  type RuleReply,
} from '../model';
import { DeputyRuleRepository } from './deputy-rule.repository';
import { RuleListService } from './rule-list.service';

/** Permission to keep the rules of others. */
const MANAGE = 'deputy.manage';

const MOST_ROWS = 200;

/** Keeps the rules by which people act for others. */
@Injectable()
export class DeputyService {
  constructor(
    private readonly rules: DeputyRuleRepository,
    private readonly lists: RuleListService,
    private readonly directory: Directory,
    private readonly tasks: Tasks,
  ) {}

  /** Every rule that names the person, newest first. Those of others only for who manages them. */
  async list(tx: Tx, personId = tx.actor.personId): Promise<Page<RuleReply>> {
    if (personId !== tx.actor.personId) requireManager(tx, personId);
    return this.lists.of(tx, personId);
  }

  /** Everybody for whom the actor may act now. */
  principals(tx: Tx): Promise<Page<PrincipalReply>> {
    return this.lists.principals(tx);
  }

  /** Makes a person somebody's deputy for a time. Answers how many tasks the principal holds already. */
  async add(tx: Tx, body: NewRule): Promise<NewRuleReply> {
    const rule = newRuleOf(tx, body);
    if (rule.principalId !== tx.actor.personId) requireManager(tx, rule.principalId);
    if (body.replaces !== undefined) await this.endReplaced(tx, body.replaces, rule);
    await this.requireFits(tx, rule);
    await this.rules.add(tx, rule);
    const { id: ruleId, principalId, deputyId, mode } = rule;
    const period = { fromAt: new Date(rule.fromAt).toISOString(), toAt: new Date(rule.toAt).toISOString() };
    tx.emit(deputyEvents.ruleAdded({ ruleId, principalId, deputyId, mode, ...period }, { reason: rule.reason }));
    return { rule: await this.lists.replyOf(tx, rule), openTasks: await this.lists.countOpen(tx, rule) };
  }

  /** Ends a rule before its time. From this commit on nothing is done by it. */
  async end(tx: Tx, ruleId: string, reason: string): Promise<RuleReply> {
    const rule = await this.requireOwn(tx, ruleId);
    if (!(await this.rules.end(tx, ruleId, reason))) throw deputyErrors.ALREADY_ENDED({ ruleId });
    const { principalId, deputyId } = rule;
    tx.emit(deputyEvents.ruleEnded({ ruleId, principalId, deputyId }, { reason }));
    return this.lists.replyOf(tx, { ...rule, endedAt: tx.now.getTime(), endedBy: tx.actor.personId, endReason: reason });
  }

  /** A rule the actor may change: his own as principal, or any for who manages them. */
  async requireOwn(tx: Tx, ruleId: string): Promise<DeputyRule> {
    const rule = await this.rules.find(tx, ruleId);
    if (!rule) throw deputyErrors.RULE_MISSING({ ruleId });
    if (rule.principalId !== tx.actor.personId) requireManager(tx, rule.principalId);
    return rule;
  }

  /** Tasks the principal holds and the rule speaks of; at most 200. */
  async openTasks(tx: Tx, { principalId: holderId, scope }: DeputyRule): Promise<readonly TaskView[]> {
    return (await this.tasks.list(tx, { view: 'assigned', holderId, within: [scope], limit: MOST_ROWS })).items;
  }

  private async endReplaced(tx: Tx, ruleId: string, { principalId, reason }: DeputyRule): Promise<void> {
    const replaced = await this.requireOwn(tx, ruleId);
    if (replaced.principalId !== principalId) throw deputyErrors.RULE_MISSING({ ruleId });
    await this.end(tx, ruleId, reason);
  }

  private async requireFits(tx: Tx, rule: DeputyRule): Promise<void> {
    const { principalId, deputyId, fromAt, toAt } = rule;
    if (principalId === deputyId) throw deputyErrors.SELF({ personId: deputyId });
    if (fromAt >= toAt || toAt <= tx.now.getTime()) throw deputyErrors.PERIOD_INVALID();
    for (const personId of [principalId, deputyId])
      if (!(await this.directory.find(tx, personId))?.active) throw deputyErrors.TARGET_INACTIVE({ personId });
    await this.rules.lockAll(tx);
    await this.requireFitsBeside(tx, rule, await this.rules.listOpen(tx));
  }

  /** One deputy at a time in one scope, no ring, and nothing to a deputy who is away himself. */
  private async requireFitsBeside(tx: Tx, rule: DeputyRule, known: readonly DeputyRule[]): Promise<void> {
    const other = overlapping(known, rule);
    if (other) throw deputyErrors.RULE_OVERLAPS({ ruleId: other.id, deputy: await this.nameOf(tx, other.deputyId) });
    const ring = ringOf(known, rule);
    if (ring) {
      const names = await this.directory.names(tx, ring);
      throw deputyErrors.CYCLE({ people: ring.map((id) => names.get(id) ?? id) });
    }
    const away = rule.mode === 'MOVE' ? awayRule(known, rule) : undefined;
    if (!away) return;
    const [deputy, next] = [await this.nameOf(tx, away.principalId), await this.nameOf(tx, away.deputyId)];
    throw deputyErrors.DEPUTY_AWAY({ deputy, other: next });
  }

  private async nameOf(tx: Tx, personId: string): Promise<string> {
    return (await this.directory.names(tx, [personId])).get(personId) ?? personId;
  }
}

function requireManager(tx: Tx, personId: string): void {
  if (!tx.actor.permissions.includes(MANAGE)) throw deputyErrors.NOT_YOUR_RULE({ personId });
}

function newRuleOf(tx: Tx, body: NewRule): DeputyRule {
  const { principalId = tx.actor.personId, deputyId, processes, nodes, mode, reason } = body;
  const [fromAt, toAt] = [Date.parse(body.fromAt), Date.parse(body.toAt)];
  const creation = { createdBy: tx.actor.personId, createdAt: tx.now.getTime() };
  return { id: randomUUID(), principalId, deputyId, fromAt, toAt, scope: { processes, nodes }, mode, reason, ...creation };
}
