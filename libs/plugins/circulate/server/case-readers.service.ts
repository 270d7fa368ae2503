import { Inject, Injectable } from '@nestjs/common';
import { configToken, type Tx } from '@fashen/plugin-api';
import { CaseReaders } from '@fashen/plugins/case-file/model';
import type { CirculateConfig } from './circulate.config';
import { type Copy, CopyRepository } from './copy.repository';

/** Lets those read a case to whom it was sent, whatever became of the case. */
@Injectable()
export class CaseReadersService extends CaseReaders {
  constructor(
    @Inject(configToken('circulate')) private readonly config: CirculateConfig,
    private readonly copies: CopyRepository,
  ) {
    super();
  }

  async isReader(tx: Tx, instanceId: string): Promise<boolean> {
    const copy = await this.copies.findOf(tx, instanceId, tx.actor.personId);
    return copy !== undefined && this.stands(tx, copy);
  }

  /** A copy that was taken back gives nothing; by the setting, neither does one whose reader has moved to another unit. */
  stands(tx: Tx, copy: Copy): boolean {
    if (copy.withdrawnAt !== undefined) return false;
    return !this.config.endsWithUnit || copy.unitId === tx.actor.unitId;
  }
}
