import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork } from '@fashen/plugin-api';
import { bundledPeriods, PeriodLibrary } from '@fashen/plugins/deadline/model';
import { bootContext } from './boot-context';

const REASON = '随产品提供的首个版本';

/** Publishes the periods that come with the product where there are none. What is published already is never touched. */
@Injectable()
export class BundledPeriods {
  constructor(
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    private readonly library: PeriodLibrary,
  ) {}

  /** Answers whether they were published. */
  publishMissing(): Promise<boolean> {
    return this.units.run(bootContext(this.clock), (tx) => this.library.publishMissing(tx, bundledPeriods, REASON));
  }
}
