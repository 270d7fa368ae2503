import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { CaseGate, type DiscussionPurpose, discussionRefusal, type GateStanding } from '../model';
import { CaseRootService } from './case-root.service';
import { CaseStateService } from './case-state.service';

/** The gate as other plugins see it. */
@Injectable()
export class CaseGateService extends CaseGate {
  constructor(
    private readonly roots: CaseRootService,
    private readonly state: CaseStateService,
  ) {
    super();
  }

  async standing(tx: Tx, instanceId: string): Promise<GateStanding> {
    const { id: caseId, variables } = await this.roots.rootOf(tx, instanceId);
    const { draftHash, catalog, parameters } = await this.state.decisionState(tx, { instanceId: caseId, variables });
    return { caseId, draftHash, depth: catalog.depth, parameters };
  }

  async requireMayDiscuss(tx: Tx, instanceId: string, purpose: DiscussionPurpose): Promise<void> {
    const { id, variables } = await this.roots.rootOf(tx, instanceId);
    const state = await this.state.decisionState(tx, { instanceId: id, variables });
    const refusal = discussionRefusal(state, await this.state.moment(tx), purpose);
    if (refusal) throw refusal;
  }
}
