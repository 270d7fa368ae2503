import { Injectable } from '@nestjs/common';
import { Definitions, type Tx } from '@fashen/plugin-api';
import { type HandOverSubject, namesPerson, titleOf } from '../model';
import { RuleHandOver } from './rule-hand-over';
import { TaskHandOver } from './task-hand-over';
import { TurnHandOver } from './turn-hand-over';

/** Finds what a person holds. Titles name number and step only: who hands over need not know the cases. */
@Injectable()
export class HandOverSurveyService {
  constructor(
    private readonly tasks: TaskHandOver,
    private readonly turns: TurnHandOver,
    private readonly rules: RuleHandOver,
    private readonly definitions: Definitions,
  ) {}

  async of(tx: Tx, personId: string): Promise<readonly HandOverSubject[]> {
    const held = [...(await this.tasks.of(tx, personId)), ...(await this.turns.of(tx, personId)), ...(await this.rules.of(tx, personId))];
    return [...held, ...(await this.drawingsNaming(tx, personId))];
  }

  private async drawingsNaming(tx: Tx, personId: string): Promise<readonly HandOverSubject[]> {
    const found: HandOverSubject[] = [];
    for (const { id, name, version } of await this.definitions.list(tx))
      if (namesPerson(await this.definitions.xml(tx, id), personId))
        found.push({ kind: 'DEFINITION', refId: id, title: titleOf(`${name} v${version}`) });
    for (const { key, name, xml } of await this.definitions.listDrafts(tx))
      if (namesPerson(xml, personId)) found.push({ kind: 'DRAFT', refId: key, title: titleOf(name) });
    return found;
  }
}
