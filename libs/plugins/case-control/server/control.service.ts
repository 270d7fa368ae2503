import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CaseAccess, Instances, type InstanceStatus, type InstanceView, type Tx, type WorkflowError } from '@fashen/plugin-api';
import { type CaseAction, caseControlErrors, caseControlEvents, type ControlRequestReply, isPossible, needsSecondPerson } from '../model';
import type { ControlRequestEntity } from './control-request.entity';
import { ControlRequestRepository } from './control-request.repository';

/** May act on every case without seeing what is in it. */
const ANY_CASE = 'case-control.anyCase';
const PERMISSION_OF: Readonly<Record<CaseAction, string>> = {
  suspend: 'case-control.suspend',
  resume: 'case-control.suspend',
  terminate: 'case.terminate',
};

/** What is asked for. */
export interface ControlOrder {
  readonly caseId: string;
  readonly action: CaseAction;
  readonly reason: string;
  /** Shows what the operation itself would do, also where a second person has to confirm it. */
  readonly dryRun?: boolean;
}

/** How the case stands afterwards. With `requestId` nothing was done yet: a second person has to confirm. */
export interface ControlReply {
  readonly caseId: string;
  readonly status: InstanceStatus;
  readonly needsSecond: boolean;
  readonly requestId?: string;
}

/** Stops cases, lets them go on, and ends them. */
@Injectable()
export class ControlService {
  constructor(
    private readonly access: CaseAccess,
    private readonly instances: Instances,
    private readonly requests: ControlRequestRepository,
  ) {}

  /** Does it, or asks for a second person when the case waits in a statutory step. */
  async order(tx: Tx, order: ControlOrder): Promise<ControlReply> {
    const { caseId, action, reason, dryRun } = order;
    const instance = await this.lock(tx, caseId);
    const needsSecond = needsSecondPerson(await this.instances.model(tx, caseId), instance.waiting);
    if (needsSecond) await this.requireRequestable(tx, instance, action);
    if (!needsSecond || dryRun) return { ...(await this.carryOut(tx, { caseId, action, reason })), needsSecond };

    const requestId = await this.ask(tx, order);
    return { caseId, status: instance.status, needsSecond, requestId };
  }

  /** Carries out what somebody else has asked for. */
  async confirm(tx: Tx, requestId: string): Promise<ControlReply> {
    const { instanceId: caseId, reason, requestedBy, action } = await this.lockRequest(tx, requestId);
    if (!mayConfirm(tx, action, requestedBy)) throw caseControlErrors.SECOND_PERSON_NEEDED({ requestId });
    if (!(await this.requests.close(tx, requestId, 'CONFIRMED'))) throw caseControlErrors.REQUEST_CLOSED({ requestId });

    tx.emit(caseControlEvents.confirmed({ requestId, action, requestedBy }, { instanceId: caseId, reason }));
    return { ...(await this.carryOut(tx, { caseId, action, reason })), needsSecond: true };
  }

  /** Refuses what somebody else has asked for, or takes back what one has asked for oneself. */
  async refuse(tx: Tx, requestId: string): Promise<void> {
    const { instanceId, requestedBy, action } = await this.lockRequest(tx, requestId);
    if (!mayRefuse(tx, action, requestedBy)) throw caseControlErrors.SECOND_PERSON_NEEDED({ requestId });
    if (!(await this.requests.close(tx, requestId, 'REFUSED'))) throw caseControlErrors.REQUEST_CLOSED({ requestId });
    tx.emit(caseControlEvents.refused({ requestId, action, requestedBy }, { instanceId }));
  }

  /** What was asked for on a case, newest first, and what the actor may do about it. */
  async list(tx: Tx, caseId: string): Promise<readonly ControlRequestReply[]> {
    await this.requireAccess(tx, caseId);
    return (await this.requests.list(tx, caseId)).map((row) => requestReply(tx, row));
  }

  private async lockRequest(tx: Tx, requestId: string): Promise<ControlRequestReply> {
    const request = await this.requests.find(tx, requestId);
    const missing = caseControlErrors.REQUEST_MISSING({ requestId });
    if (!request) throw missing;
    await this.lock(tx, request.instanceId, missing);
    return requestReply(tx, request);
  }

  /** A second person is asked once, and never for what could not be done. */
  private async requireRequestable(tx: Tx, { id: caseId, status }: InstanceView, action: CaseAction): Promise<void> {
    if (!isPossible(action, status)) throw caseControlErrors.NOT_NOW({ caseId });
    if (await this.requests.findOpen(tx, caseId, action)) throw caseControlErrors.ALREADY_REQUESTED({ caseId });
  }

  private async ask(tx: Tx, { caseId: instanceId, action, reason }: ControlOrder): Promise<string> {
    const id = randomUUID();
    const asked = { requestedBy: tx.actor.personId, requestedAt: tx.now.getTime(), confirmedBy: null, confirmedAt: null };
    await this.requests.add(tx, { id, instanceId, action, reason, state: 'OPEN', ...asked });
    tx.emit(caseControlEvents.requested({ requestId: id, action }, { instanceId, reason }));
    return id;
  }

  private async carryOut(tx: Tx, { caseId, action, reason }: ControlOrder): Promise<{ caseId: string; status: InstanceStatus }> {
    if (action === 'suspend') await this.instances.suspend(tx, caseId, reason);
    if (action === 'resume') await this.instances.resume(tx, caseId, reason);
    if (action === 'terminate') await this.instances.terminate(tx, caseId, reason);
    return { caseId, status: (await this.instances.require(tx, caseId)).status };
  }

  private async lock(tx: Tx, caseId: string, missing?: WorkflowError): Promise<InstanceView> {
    await this.requireAccess(tx, caseId, missing);
    return this.instances.lock(tx, caseId);
  }

  /** `missing` is what is told of a case the actor does not see, where it was not asked for by its own id. */
  private async requireAccess(tx: Tx, caseId: string, missing?: WorkflowError): Promise<void> {
    if (tx.actor.permissions.includes(ANY_CASE)) await this.instances.require(tx, caseId);
    else await (missing ? this.access.requireOr(tx, caseId, missing) : this.access.require(tx, caseId));
  }
}

/** Somebody else than who asked, with the permission of the operation. */
function mayConfirm(tx: Tx, action: CaseAction, requestedBy: string): boolean {
  return requestedBy !== tx.actor.personId && tx.actor.permissions.includes(PERMISSION_OF[action]);
}

function mayRefuse(tx: Tx, action: CaseAction, requestedBy: string): boolean {
  return requestedBy === tx.actor.personId || mayConfirm(tx, action, requestedBy);
}

function requestReply(tx: Tx, row: ControlRequestEntity): ControlRequestReply {
  const { id, instanceId, reason, requestedBy } = row;
  const [action, state] = [row.action as CaseAction, row.state as ControlRequestReply['state']];
  const may = { mayConfirm: mayConfirm(tx, action, requestedBy), mayRefuse: mayRefuse(tx, action, requestedBy) };
  return { id, instanceId, action, state, reason, requestedBy, requestedAt: Number(row.requestedAt), ...may };
}
