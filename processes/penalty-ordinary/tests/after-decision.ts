import type { JsonObject } from '@fashen/plugin-api';
import type { ExecutionReply, FilingBody, OutcomeBody, Remedy } from '@fashen/plugins/penalty-execution/model';
import { PenaltyExecutionController } from '@fashen/plugins/penalty-execution/server';
import type { TestApp } from '@fashen/testing';
import { notice } from './answers';
import { CaseRun } from './case-run';

const REAL = { dryRun: false };

/** A case under catalog B, for which no review is needed, decided and served on 18 September 2026. */
export async function servedOn18September(app: TestApp, fine: number): Promise<CaseRun> {
  return servedOn(app, fine, '2026-09-18');
}

/** The same, served on another day. */
export async function servedOn(app: TestApp, fine: number, day: string): Promise<CaseRun> {
  const proposal: JsonObject = { fine, legalMinimum: 60_000, legalMaximum: 120_000 };
  const run = await (await CaseRun.start(app, 'ORGANISATION')).upToCatalog(proposal);
  await run.step('notice', notice(fine, { servedOn: '2026-09-07', windowEndsOn: '2026-09-14', hearingRightTold: false }));
  await run.until('2026-09-18T09:00:00+08:00');
  await run.step('recheck');
  await run.decide();
  await run.until(`${day}T09:00:00+08:00`);
  return run.step('serve', { service: { mode: 'DIRECT', servedOn: day, receiver: '当事人', withheld: false } });
}

/** What people note about a case after its decision, over the very requests. */
export class AfterDecision {
  constructor(private readonly run: CaseRun) {}

  async view(person = 'ding'): Promise<ExecutionReply> {
    const { id } = await this.run.instance();
    return this.requests.ofCase(await this.run.app.as(person).context(), id);
  }

  async file(body: FilingBody, person = 'ding'): Promise<Remedy> {
    const { id } = await this.run.instance();
    return (await this.requests.file(await this.run.app.as(person).context(), id, body, REAL)).result;
  }

  async decide(remedyId: string, body: OutcomeBody): Promise<Remedy> {
    const { id: caseId } = await this.run.instance();
    return (await this.requests.decide(await this.run.app.as('ding').context(), { caseId, remedyId }, body, REAL)).result;
  }

  async withdraw(withdrawnOn: string, person = 'gui'): Promise<Remedy> {
    const { id } = await this.run.instance();
    const body = { withdrawnOn, reason: '复议撤销，程序违法' };
    return (await this.requests.withdraw(await this.run.app.as(person).context(), id, body, REAL)).result;
  }

  private get requests(): PenaltyExecutionController {
    return this.run.app.get(PenaltyExecutionController);
  }
}
