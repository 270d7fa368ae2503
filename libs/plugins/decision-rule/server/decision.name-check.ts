import { Injectable } from '@nestjs/common';
import type { NameCheck, NameFault, Tx } from '@fashen/plugin-api';
import { DecisionLibrary } from '../model';

/** A decision a drawing names is published. */
@Injectable()
export class DecisionNameCheck implements NameCheck {
  readonly kind = 'decision';
  readonly faults = { 'decision-unpublished': 'error' } as const;

  constructor(private readonly library: DecisionLibrary) {}

  async judge(tx: Tx, key: string): Promise<NameFault | undefined> {
    return (await this.library.findLatest(tx, key)) ? undefined : { rule: 'decision-unpublished' };
  }
}
