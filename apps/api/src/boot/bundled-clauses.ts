import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork } from '@fashen/plugin-api';
import { LegalBasis } from '@fashen/plugins/legal-basis/model';
import { bootContext } from './boot-context';

const REASON = '随产品提供的首个版本';

/** Publishes the clauses that come with the product where there are none. What is published already is never touched. */
@Injectable()
export class BundledClauses {
  constructor(
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    private readonly library: LegalBasis,
  ) {}

  /** True when they were published. */
  publishMissing(): Promise<boolean> {
    return this.units.run(bootContext(this.clock), (tx) => this.library.publishMissing(tx, REASON));
  }
}
