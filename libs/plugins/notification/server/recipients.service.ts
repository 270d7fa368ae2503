import { Injectable } from '@nestjs/common';
import { Directory, type Tx } from '@fashen/plugin-api';

const PAGE = 200;
/** More people than this are not told one by one: they see the task in the inbox. */
const MOST = 400;

/** Turns principals into persons. */
@Injectable()
export class RecipientsService {
  constructor(private readonly directory: Directory) {}

  /** Ids of active persons, each once. */
  async personsOf(tx: Tx, principals: readonly string[]): Promise<readonly string[]> {
    const found = new Set<string>();
    for (const principal of new Set(principals)) {
      for (const personId of await this.expand(tx, principal)) found.add(personId);
    }
    return [...found].slice(0, MOST);
  }

  private async expand(tx: Tx, principal: string): Promise<readonly string[]> {
    const [, kind, value = '', unitId] = /^(person|role|unit):([^@]+)(?:@(.+))?$/.exec(principal) ?? [];
    if (kind === 'person') return (await this.directory.find(tx, value))?.active ? [value] : [];
    if (kind === 'unit') return this.list(tx, { unitId: value });
    return kind === 'role' ? this.list(tx, { role: value, ...(unitId && { unitId }) }) : [];
  }

  private async list(tx: Tx, query: { role?: string; unitId?: string }): Promise<readonly string[]> {
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const page = await this.directory.list(tx, { ...query, limit: PAGE, ...(after && { after }) });
      ids.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after && ids.length < MOST);
    return ids;
  }
}
