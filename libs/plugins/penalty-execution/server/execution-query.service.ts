import { Injectable } from '@nestjs/common';
import { CaseAccess, type Tx } from '@fashen/plugin-api';
import { type ExecutionReply, pendingRemedy, unwithdrawn } from '../model';
import { dayIn, type ExecutionState, ExecutionStateService, fineOfState } from './execution-state.service';

/** Who notes disputes, and who withdraws publications. */
export const REMEDIES = 'penalty-execution.remedies';
export const PUBLICATION = 'penalty-execution.publication';

/** Reads how a case stands after its decision. */
@Injectable()
export class ExecutionQueryService {
  constructor(
    private readonly access: CaseAccess,
    private readonly states: ExecutionStateService,
  ) {}

  async ofCase(tx: Tx, caseId: string): Promise<ExecutionReply> {
    const { variables } = await this.access.require(tx, caseId);
    const state = await this.states.read(tx, caseId, variables);
    const fine = fineOfState(state);
    return { ...(fine && { fine }), remedies: state.remedies, may: mayDo(state, tx.actor.permissions) };
  }
}

function mayDo({ variables, remedies }: ExecutionState, permissions: readonly string[]): ExecutionReply['may'] {
  if (dayIn(variables, 'service.servedOn') === undefined) return [];
  const noting = pendingRemedy(remedies) ? 'decide' : 'file';
  const isPublished = dayIn(variables, 'disclosure.publishedOn') !== undefined;
  return [
    ...(permissions.includes(REMEDIES) ? ([noting] as const) : []),
    ...(permissions.includes(PUBLICATION) && isPublished && unwithdrawn(remedies) ? (['withdraw'] as const) : []),
  ];
}
