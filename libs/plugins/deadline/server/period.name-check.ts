import { Injectable } from '@nestjs/common';
import type { NameCheck, NameFault, Tx } from '@fashen/plugin-api';
import { PeriodRepository } from './period.repository';

/** A period a drawing names stands in the table in force. */
@Injectable()
export class PeriodNameCheck implements NameCheck {
  readonly kind = 'period';
  readonly faults = { 'period-unpublished': 'error' } as const;

  constructor(private readonly repository: PeriodRepository) {}

  async judge(tx: Tx, id: string): Promise<NameFault | undefined> {
    const latest = await this.repository.findLatest(tx);
    return latest?.periods.some(({ key }) => key === id) ? undefined : { rule: 'period-unpublished' };
  }
}
