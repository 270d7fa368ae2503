import { Injectable } from '@nestjs/common';
import { CaseAccess, type Tx } from '@fashen/plugin-api';
import { judgeJump, type JumpBody, type JumpReply, reworkErrors, reworkEvents } from '../model';
import { FrameService } from './frame.service';
import { CaseEngine, ReworkRows } from './bundles';

/** Lets those in charge send a token to another step. */
@Injectable()
export class JumpService {
  constructor(
    private readonly engine: CaseEngine,
    private readonly access: CaseAccess,
    private readonly rows: ReworkRows,
    private readonly stack: FrameService,
  ) {}

  /** Jumps at once, or proposes it when the law demands one of the two steps: a second person asks for the same jump and it is done. */
  async jump(tx: Tx, caseId: string, body: JumpBody): Promise<JumpReply> {
    await this.access.require(tx, caseId);
    const { waiting, variables } = await this.engine.instances.lock(tx, caseId);
    const from = waiting.find(({ executionId }) => executionId === body.executionId);
    if (!from) throw reworkErrors.NOTHING_WAITS({ caseId });
    const model = await this.engine.instances.model(tx, caseId);
    const called = await this.engine.calledModels.of(tx, model);
    const answer = judgeJump({ model, fromId: from.nodeId, toId: body.nodeId, variables, called });
    if (answer.reason) throw reworkErrors[answer.reason]({ names: answer.names?.join('、') });
    const { skipped } = answer;
    if (!answer.needsSecondPerson) return this.perform(tx, caseId, { body, skipped, fromId: from.nodeId });

    const proposals = await this.rows.notes.proposalsOf(tx, caseId);
    const proposal = proposals.find(({ executionId, nodeId }) => executionId === body.executionId && nodeId === body.nodeId);
    if (!proposal) return this.propose(tx, caseId, body, from.nodeId);
    if (proposal.proposedBy === tx.actor.personId) throw reworkErrors.SECOND_PERSON_NEEDED({ caseId });
    await this.rows.notes.confirmProposal(tx, proposal.id);
    return this.perform(tx, caseId, { body, skipped, fromId: from.nodeId, proposedBy: proposal.proposedBy });
  }

  private async propose(tx: Tx, caseId: string, body: JumpBody, fromId: string): Promise<JumpReply> {
    const proposalId = await this.rows.notes.addProposal(tx, caseId, body);
    tx.emit(reworkEvents.jumpProposed({ proposalId, nodeId: fromId, toNodeId: body.nodeId }, { instanceId: caseId, reason: body.reason }));
    return { state: 'PROPOSED', proposalId, skipped: [] };
  }

  private async perform(
    tx: Tx,
    caseId: string,
    jump: { body: JumpBody; skipped: readonly string[]; fromId: string; proposedBy?: string },
  ): Promise<JumpReply> {
    const { body, skipped, fromId, proposedBy } = jump;
    const { executionId, nodeId, reason } = body;
    await this.engine.moves.jump(tx, { instanceId: caseId, executionId, nodeId, cause: 'jump', reason });
    const payload = { nodeId: fromId, toNodeId: nodeId, skipped, ...(proposedBy !== undefined && { proposedBy }) };
    tx.emit(reworkEvents.jumped(payload, { instanceId: caseId, reason }));
    await this.stack.settle(tx, caseId);
    return { state: 'DONE', skipped };
  }
}
