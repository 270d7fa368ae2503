import { Injectable } from '@nestjs/common';
import { Instances, type Tx } from '@fashen/plugin-api';
import { type CaseFacts, factsOf, hearingRefusal, isFixed } from '../model';
import { CaseStateService } from './case-state.service';
import { CatalogService } from './catalog.service';

/** Hearings: told early enough, or not held. */
@Injectable()
export class HearingService {
  constructor(
    private readonly instances: Instances,
    private readonly catalog: CatalogService,
    private readonly state: CaseStateService,
  ) {}

  /** Refuses a hearing in the case data, fixed or held, of which the party was told too late. */
  async requireToldInTime(tx: Tx, instanceId: string): Promise<void> {
    const { variables } = await this.instances.require(tx, instanceId);
    await this.judge(tx, instanceId, factsOf(variables));
  }

  /** The same for facts that are about to become case data. */
  async judge(tx: Tx, instanceId: string, facts: CaseFacts): Promise<void> {
    if (!isFixed(facts)) return;
    const { values } = await this.catalog.parametersOf(tx, instanceId);
    const refusal = hearingRefusal(facts, values, this.state.moment(tx).calendar);
    if (refusal) throw refusal;
  }
}
