import { Injectable } from '@nestjs/common';
import { type JsonObject, mergePatch, type Tx } from '@fashen/plugin-api';
import { CaseGate, type DiscussionPurpose, discussionRefusal, type GateStanding, type ParameterValues } from '../model';
import { CaseRootService } from './case-root.service';
import { CaseStateService } from './case-state.service';
import { CatalogService } from './catalog.service';

/** The gate as other plugins see it. */
@Injectable()
export class CaseGateService extends CaseGate {
  constructor(
    private readonly roots: CaseRootService,
    private readonly state: CaseStateService,
    private readonly catalog: CatalogService,
  ) {
    super();
  }

  async standing(tx: Tx, instanceId: string, output: JsonObject = {}): Promise<GateStanding> {
    const { id: caseId, variables } = await this.roots.rootOf(tx, instanceId);
    const now = { instanceId: caseId, variables: caseId === instanceId ? mergePatch(variables, output) : variables };
    const { draftHash, catalog } = await this.state.decisionState(tx, now);
    return { caseId, draftHash, depth: catalog.depth };
  }

  async parametersOf(tx: Tx, instanceId: string): Promise<ParameterValues> {
    return (await this.catalog.parametersOf(tx, await this.roots.rootIdOf(tx, instanceId))).values;
  }

  async requireMayDiscuss(tx: Tx, instanceId: string, purpose: DiscussionPurpose): Promise<void> {
    const { id, variables } = await this.roots.rootOf(tx, instanceId);
    const state = await this.state.decisionState(tx, { instanceId: id, variables });
    const refusal = discussionRefusal(state, await this.state.moment(tx), purpose);
    if (refusal) throw refusal;
  }
}
