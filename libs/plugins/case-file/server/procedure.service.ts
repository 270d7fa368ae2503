import { Injectable } from '@nestjs/common';
import { Definitions, type JsonObject, type Page, type Tx } from '@fashen/plugin-api';
import { StartForms } from '@fashen/plugins/form/model';
import { caseFileErrors, isCalledOnly, type ProcedureReply } from '../model';

/** The procedures a person may start a case by. */
@Injectable()
export class ProcedureService {
  constructor(
    private readonly definitions: Definitions,
    private readonly startForms: StartForms,
  ) {}

  /** Those that are cases of their own, by key. */
  async list(tx: Tx): Promise<Page<ProcedureReply>> {
    const items: ProcedureReply[] = [];
    for (const { id, key, name, version } of await this.definitions.list(tx))
      if (!isCalledOnly(await this.definitions.model(tx, id))) items.push({ key, name, version });
    return { items };
  }

  /** Refuses a start of what is only called, or with answers that do not fit the start form. */
  async requireMayStart(tx: Tx, definitionKey: string, data: JsonObject): Promise<void> {
    const latest = await this.definitions.latest(tx, definitionKey);
    if (latest && isCalledOnly(await this.definitions.model(tx, latest.id))) throw caseFileErrors.CALLED_ONLY({ name: latest.name });
    await this.startForms.check(tx, definitionKey, data);
  }
}
