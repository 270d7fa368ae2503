import { Injectable } from '@nestjs/common';
import { Definitions, type ProcessModel, type Tx } from '@fashen/plugin-api';
import { calledKeys, type CalledModels } from '../model';

/** Finds the processes a drawing calls, and those they call. */
@Injectable()
export class CalledModelService {
  constructor(private readonly definitions: Definitions) {}

  /** The versions a call would start now, by key. */
  async of(tx: Tx, model: ProcessModel): Promise<CalledModels> {
    const found = new Map<string, ProcessModel>();
    const open = [...calledKeys(model)];
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      const latest = found.has(key) ? undefined : await this.definitions.latest(tx, key);
      if (!latest) continue;
      const called = await this.definitions.model(tx, latest.id);
      found.set(key, called);
      open.push(...calledKeys(called));
    }
    return found;
  }
}
