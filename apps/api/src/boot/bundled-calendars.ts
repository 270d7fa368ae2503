import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork } from '@fashen/plugin-api';
import { bundledYears, CalendarLibrary } from '@fashen/plugins/calendar/model';
import { bootContext } from './boot-context';

const REASON = '随产品提供的首个版本';

/** Publishes the yearly plans that come with the product where a year has none. What is published already is never touched. */
@Injectable()
export class BundledCalendars {
  constructor(
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    private readonly library: CalendarLibrary,
  ) {}

  /** Returns the years that were published. */
  publishMissing(): Promise<readonly number[]> {
    return this.units.run(bootContext(this.clock), (tx) => this.library.publishMissing(tx, bundledYears, REASON));
  }
}
