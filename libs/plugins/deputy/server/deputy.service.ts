import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Directory, isCovered, type Page, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import {
  deputyErrors,
  deputyEvents,
  type DeputyRule,
  type NewRule,
  type NewRuleReply,
  overlapping,
  ringOf,
  type RuleReply,
  ruleState,
  type TaskForOther,
} from '../model';
import { DeputyRuleRepository } from './deputy-rule.repository';

/** Permission to keep the rules of others. */
const MANAGE = 'deputy.manage';

const MOST_ROWS = 200;

/** Keeps the rules by which people act for others. */
@Injectable()
export class DeputyService {
  constructor(
    private readonly rules: DeputyRuleRepository,
    private readonly directory: Directory,
    private readonly tasks: Tasks,
  ) {}

  /** Every rule that names the person, newest first. Those of others only for who manages them. */
  async list(tx: Tx, personId = tx.actor.personId): Promise<Page<RuleReply>> {
    if (personId !== tx.actor.personId) requireManager(tx, personId);
    return { items: await this.repliesOf(tx, await this.rules.listOf(tx, personId, MOST_ROWS)) };
  }

  /** Makes a person somebody's deputy for a time. Answers how many tasks the principal holds already. */
  async add(tx: Tx, body: NewRule): Promise<NewRuleReply> {
    const rule = newRuleOf(tx, body);
    if (rule.principalId !== tx.actor.personId) requireManager(tx, rule.principalId);
    await this.requireFits(tx, rule);
    await this.rules.add(tx, rule);
    const { id: ruleId, principalId, deputyId, mode } = rule;
    const period = { fromAt: new Date(rule.fromAt).toISOString(), toAt: new Date(rule.toAt).toISOString() };
    tx.emit(deputyEvents.ruleAdded({ ruleId, principalId, deputyId, mode, ...period }, { reason: rule.reason }));
    const [reply] = await this.repliesOf(tx, [rule]);
    if (!reply) throw deputyErrors.RULE_MISSING({ ruleId });
    return { rule: reply, openTasks: (await this.openTasks(tx, rule)).length };
  }

  /** Ends a rule before its time. From this commit on nothing is done by it. */
  async end(tx: Tx, ruleId: string, reason: string): Promise<RuleReply> {
    const rule = await this.requireOwn(tx, ruleId);
    if (!(await this.rules.end(tx, ruleId, reason))) throw deputyErrors.ALREADY_ENDED({ ruleId });
    const { principalId, deputyId } = rule;
    tx.emit(deputyEvents.ruleEnded({ ruleId, principalId, deputyId }, { reason }));
    const ended = { ...rule, endedAt: tx.now.getTime(), endedBy: tx.actor.personId, endReason: reason };
    const [reply] = await this.repliesOf(tx, [ended]);
    if (!reply) throw deputyErrors.RULE_MISSING({ ruleId });
    return reply;
  }

  /** A rule the actor may change: his own as principal, or any for who manages them. */
  async requireOwn(tx: Tx, ruleId: string): Promise<DeputyRule> {
    const rule = await this.rules.find(tx, ruleId);
    if (!rule) throw deputyErrors.RULE_MISSING({ ruleId });
    if (rule.principalId !== tx.actor.personId) requireManager(tx, rule.principalId);
    return rule;
  }

  /** Open tasks of everybody for whom the actor acts now, as far as the rules speak of them. */
  async tasksForOthers(tx: Tx): Promise<Page<TaskForOther>> {
    const rules = await this.rules.listInForce(tx, tx.actor.personId);
    const names = await this.directory.names(
      tx,
      rules.map((rule) => rule.principalId),
    );
    const found: TaskForOther[] = [];
    for (const rule of rules) {
      const { principalId: personId } = rule;
      const onBehalfOf = { personId, name: names.get(personId) ?? personId };
      found.push(...(await this.openTasks(tx, rule)).map((task) => ({ ...task, onBehalfOf })));
    }
    return { items: found };
  }

  /** Tasks the principal holds and the rule speaks of; at most 200. */
  async openTasks(tx: Tx, { principalId, scope }: Pick<DeputyRule, 'principalId' | 'scope'>): Promise<readonly TaskView[]> {
    const page = await this.tasks.list(tx, { view: 'assigned', holderId: principalId, limit: MOST_ROWS });
    return page.items.filter((task) => isCovered(scope, task));
  }

  private async requireFits(tx: Tx, rule: DeputyRule): Promise<void> {
    const { principalId, deputyId, fromAt, toAt } = rule;
    if (principalId === deputyId) throw deputyErrors.SELF({ personId: deputyId });
    if (fromAt >= toAt || toAt <= tx.now.getTime()) throw deputyErrors.PERIOD_INVALID();
    for (const personId of [principalId, deputyId])
      if (!(await this.directory.find(tx, personId))?.active) throw deputyErrors.TARGET_INACTIVE({ personId });

    await this.rules.lockAll(tx);
    const known = await this.rules.listOpen(tx);
    const other = overlapping(known, rule);
    if (other) throw deputyErrors.RULE_OVERLAPS({ ruleId: other.id, deputy: await this.nameOf(tx, other.deputyId) });
    const ring = ringOf(known, rule);
    if (!ring) return;
    const names = await this.directory.names(tx, ring);
    throw deputyErrors.CYCLE({ people: ring.map((id) => names.get(id) ?? id) });
  }

  private async nameOf(tx: Tx, personId: string): Promise<string> {
    return (await this.directory.names(tx, [personId])).get(personId) ?? personId;
  }

  private async repliesOf(tx: Tx, rules: readonly DeputyRule[]): Promise<readonly RuleReply[]> {
    const ids = rules.flatMap(({ principalId, deputyId }) => [principalId, deputyId]);
    const names = await this.directory.names(tx, ids);
    return rules.map(({ fromAt, toAt, createdAt, endedAt, ...rest }) => ({
      ...rest,
      state: ruleState({ fromAt, toAt, ...(endedAt !== undefined && { endedAt }) }, tx.now.getTime()),
      principalName: names.get(rest.principalId) ?? rest.principalId,
      deputyName: names.get(rest.deputyId) ?? rest.deputyId,
      fromAt: new Date(fromAt).toISOString(),
      toAt: new Date(toAt).toISOString(),
      createdAt: new Date(createdAt).toISOString(),
      ...(endedAt !== undefined && { endedAt: new Date(endedAt).toISOString() }),
    }));
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
