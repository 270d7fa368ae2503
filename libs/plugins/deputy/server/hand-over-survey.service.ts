import { Injectable } from '@nestjs/common';
import { Definitions, Directory, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import { type DeputyRule, type HandOverSubject, namesPerson } from '../model';
import { DeputyRuleRepository } from './deputy-rule.repository';

const PAGE = 200;
const MOST_TASKS = 1000;
const TITLE_LENGTH = 250;

/** Finds what a person holds. Titles name number and step only: who hands over need not know the cases. */
@Injectable()
export class HandOverSurveyService {
  constructor(
    private readonly tasks: Tasks,
    private readonly definitions: Definitions,
    private readonly rules: DeputyRuleRepository,
    private readonly directory: Directory,
  ) {}

  async of(tx: Tx, personId: string): Promise<readonly HandOverSubject[]> {
    const tasks = (await this.tasksOf(tx, personId)).map(subjectOf);
    return [...tasks, ...(await this.rulesOf(tx, personId)), ...(await this.drawingsNaming(tx, personId))];
  }

  /** Open tasks and seats the person holds. */
  private async tasksOf(tx: Tx, holderId: string): Promise<readonly TaskView[]> {
    const found: TaskView[] = [];
    let after: string | undefined;
    do {
      const page = await this.tasks.list(tx, { view: 'assigned', holderId, limit: PAGE, ...(after !== undefined && { after }) });
      found.push(...page.items);
      after = page.next;
    } while (after !== undefined && found.length < MOST_TASKS);
    return found;
  }

  private async rulesOf(tx: Tx, personId: string): Promise<readonly HandOverSubject[]> {
    const rules = (await this.rules.listOpen(tx)).filter((rule) => [rule.principalId, rule.deputyId].includes(personId));
    const names = await this.directory.names(
      tx,
      rules.flatMap((rule) => [rule.principalId, rule.deputyId]),
    );
    const named = (id: string): string => names.get(id) ?? id;
    return rules.map((rule: DeputyRule) => ({
      kind: 'RULE',
      refId: rule.id,
      title: `${named(rule.principalId)} → ${named(rule.deputyId)}`,
    }));
  }

  private async drawingsNaming(tx: Tx, personId: string): Promise<readonly HandOverSubject[]> {
    const found: HandOverSubject[] = [];
    for (const { id, name, version } of await this.definitions.list(tx))
      if (namesPerson(await this.definitions.xml(tx, id), personId))
        found.push({ kind: 'DEFINITION', refId: id, title: `${name} v${version}`.slice(0, TITLE_LENGTH) });
    for (const { key, name, xml } of await this.definitions.listDrafts(tx))
      if (namesPerson(xml, personId)) found.push({ kind: 'DRAFT', refId: key, title: name.slice(0, TITLE_LENGTH) });
    return found;
  }
}

/** A task or seat as an entry of a hand-over. */
export function subjectOf({ id, kind, businessKey, nodeName }: TaskView): HandOverSubject {
  return { kind: kind === 'VISIT' ? 'TASK' : 'SEAT', refId: id, title: `${businessKey} · ${nodeName}`.slice(0, TITLE_LENGTH) };
}
