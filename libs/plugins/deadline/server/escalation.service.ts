import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { type Clock, deadlineEvents } from '../model';
import { WorkPorts } from './clock-ports';
import { ClockTellerService } from './clock-teller.service';

const PEOPLE = 50;

/** Tells those above who is late. */
@Injectable()
export class EscalationService {
  constructor(
    private readonly work: WorkPorts,
    private readonly teller: ClockTellerService,
  ) {}

  /** Tells the role the drawing names and the holder of the step. */
  async tell(tx: Tx, clock: Clock): Promise<void> {
    const role = clock.settings.escalateTo ?? '';
    const late = await this.teller.concerned(tx, clock);
    const superiors = role === '' ? [] : await this.superiors(tx, role, late);
    const personIds = [...new Set([...superiors, ...(await this.teller.owners(tx, clock))])];
    const told = { ...(await this.teller.told(tx, clock)), personIds, role };
    tx.emit(deadlineEvents.escalated(told, { instanceId: clock.instanceId }));
  }

  /** Those of the role in the units of who is late; where there are none, all of the role. Nobody is their own superior. */
  private async superiors(tx: Tx, role: string, late: readonly string[]): Promise<readonly string[]> {
    const near: string[] = [];
    for (const unitId of await this.unitsOf(tx, late)) near.push(...(await this.holders(tx, { role, unitId })));
    const above = near.filter((id) => !late.includes(id));
    return above.length > 0 ? above : (await this.holders(tx, { role })).filter((id) => !late.includes(id));
  }

  private async unitsOf(tx: Tx, personIds: readonly string[]): Promise<readonly string[]> {
    const units = new Set<string>();
    for (const id of personIds) {
      const person = await this.work.directory.find(tx, id);
      if (person) units.add(person.unitId);
    }
    return [...units];
  }

  private async holders(tx: Tx, query: { readonly role: string; readonly unitId?: string }): Promise<readonly string[]> {
    return (await this.work.directory.list(tx, { ...query, limit: PEOPLE })).items.map(({ id }) => id);
  }
}
