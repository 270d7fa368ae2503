import { Injectable } from '@nestjs/common';
import type { NameCheck, NameFault, Tx } from '@fashen/plugin-api';
import { FormRepository } from './form.repository';

/** A form a drawing names is published. */
@Injectable()
export class FormNameCheck implements NameCheck {
  readonly kind = 'form';
  readonly faults = { 'form-unpublished': 'error' } as const;

  constructor(private readonly repository: FormRepository) {}

  async judge(tx: Tx, key: string): Promise<NameFault | undefined> {
    return (await this.repository.findInForce(tx, key, tx.now)) ? undefined : { rule: 'form-unpublished' };
  }
}
