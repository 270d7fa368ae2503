import { Injectable } from '@nestjs/common';
import { Directory, type Page, Tasks, type Tx } from '@fashen/plugin-api';
import { awayRule, type DeputyRule, type PrincipalReply, type RuleReply, ruleState } from '../model';
import { DeputyRuleRepository } from './deputy-rule.repository';

const MOST_ROWS = 200;

/** The rules as people read them. */
@Injectable()
export class RuleListService {
  constructor(
    private readonly rules: DeputyRuleRepository,
    private readonly directory: Directory,
    private readonly tasks: Tasks,
  ) {}

  /** Every rule that names the person, newest first. */
  async of(tx: Tx, personId: string): Promise<Page<RuleReply>> {
    return { items: await this.repliesOf(tx, await this.rules.listOf(tx, personId, MOST_ROWS)) };
  }

  async replyOf(tx: Tx, rule: DeputyRule): Promise<RuleReply> {
    const [names, moves] = [await this.namesIn(tx, [rule]), await this.movesOfDeputies(tx, [rule])];
    return reply(tx, rule, names, moves);
  }

  /** Everybody for whom the actor may act now, with how many tasks there are. */
  async principals(tx: Tx): Promise<Page<PrincipalReply>> {
    const rules = await this.rules.listInForce(tx, tx.actor.personId);
    const names = await this.namesIn(tx, rules);
    const items: PrincipalReply[] = [];
    for (const rule of rules) {
      const { id: ruleId, principalId: personId, mode, scope, toAt } = rule;
      const openTasks = await this.countOpen(tx, rule);
      items.push({ ruleId, personId, name: names.get(personId) ?? personId, mode, scope, toAt: new Date(toAt).toISOString(), openTasks });
    }
    return { items };
  }

  /** How many tasks the principal holds of which the rule speaks. */
  async countOpen(tx: Tx, { principalId: holderId, scope }: Pick<DeputyRule, 'principalId' | 'scope'>): Promise<number> {
    return (await this.tasks.count(tx, { holderId, within: [scope] })).assigned;
  }

  private async repliesOf(tx: Tx, rules: readonly DeputyRule[]): Promise<readonly RuleReply[]> {
    const [names, moves] = [await this.namesIn(tx, rules), await this.movesOfDeputies(tx, rules)];
    return rules.map((rule) => reply(tx, rule, names, moves));
  }

  private namesIn(tx: Tx, rules: readonly DeputyRule[]): Promise<ReadonlyMap<string, string>> {
    const ids = rules.flatMap(({ principalId, deputyId }) => [principalId, deputyId]);
    return this.directory.names(tx, ids);
  }

  private movesOfDeputies(tx: Tx, rules: readonly DeputyRule[]): Promise<readonly DeputyRule[]> {
    return this.rules.listMoves(tx, [...new Set(rules.map(({ deputyId }) => deputyId))]);
  }
}

function reply(tx: Tx, rule: DeputyRule, names: ReadonlyMap<string, string>, moves: readonly DeputyRule[]): RuleReply {
  const { fromAt, toAt, createdAt, endedAt, ...rest } = rule;
  const state = ruleState(rule, tx.now.getTime());
  return {
    ...rest,
    state,
    deputyIsAway: state === 'active' && rule.mode === 'MOVE' && awayRule(moves, rule) !== undefined,
    principalName: names.get(rest.principalId) ?? rest.principalId,
    deputyName: names.get(rest.deputyId) ?? rest.deputyId,
    fromAt: new Date(fromAt).toISOString(),
    toAt: new Date(toAt).toISOString(),
    createdAt: new Date(createdAt).toISOString(),
    ...(endedAt !== undefined && { endedAt: new Date(endedAt).toISOString() }),
  };
}
