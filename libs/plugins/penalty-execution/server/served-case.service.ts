import { Injectable } from '@nestjs/common';
import { CaseAccess, Instances, type Tx } from '@fashen/plugin-api';
import { penaltyExecutionErrors as errors } from '../model';
import { dayIn, type ExecutionState, ExecutionStateService } from './execution-state.service';

/** Cases whose decision was served. */
@Injectable()
export class ServedCaseService {
  constructor(
    private readonly access: CaseAccess,
    private readonly instances: Instances,
    private readonly states: ExecutionStateService,
  ) {}

  /** The case with its lock, for those who may see it; refused while nothing was served. */
  async lock(tx: Tx, caseId: string): Promise<ExecutionState> {
    await this.access.require(tx, caseId);
    const { variables } = await this.instances.lock(tx, caseId);
    if (dayIn(variables, 'service.servedOn') === undefined) throw errors.NOT_DECIDED();
    return this.states.read(tx, caseId, variables);
  }
}
