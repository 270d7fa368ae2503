import { Injectable } from '@nestjs/common';
import { type Activity, type ActivityBehavior, Instances, type Step, type Tx } from '@fashen/plugin-api';
import { caseFileErrors, caseFileEvents, linkTo, partsOf, SUCCESSOR, successorBinding, successorOf } from '../model';
import { StartCaseService } from './start-case.service';

/**
 * A case goes on as one of another process: it is filed anew under a number of its own, with what was found so far, and each of the two
 * names the other. Coming here again, after a return, finds the case that was filed the first time.
 */
@Injectable()
export class SuccessorBehavior implements ActivityBehavior {
  readonly extension = SUCCESSOR;

  constructor(
    private readonly instances: Instances,
    private readonly starting: StartCaseService,
  ) {}

  async onWait(tx: Tx, { instanceId, variables, extension }: Activity): Promise<Step> {
    if (successorOf(variables)) return { kind: 'complete' };
    const binding = successorBinding.safeParse(extension).data;
    if (!binding) throw caseFileErrors.SUCCESSOR_UNKNOWN();
    const old = await this.instances.require(tx, instanceId);
    const body = { definitionKey: binding.process, title: old.title, data: partsOf(variables, binding.carries) };
    const origin = { ...partsOf(variables, binding.keeps), ...linkTo(old) };
    const successor = linkTo(await this.starting.start(tx, body, { origin }));
    const [to, from] = [successor, linkTo(old)];
    tx.emit(caseFileEvents.continuedAs({ caseId: to.caseId, number: to.number }, { instanceId }));
    tx.emit(caseFileEvents.continuedFrom({ caseId: from.caseId, number: from.number }, { instanceId: to.caseId }));
    return { kind: 'complete', output: { successor: { ...successor } } };
  }
}
