import { Injectable } from '@nestjs/common';
import { type TryOut, type TryOutRequest, TryOuts } from '@fashen/plugin-api';
import { DeploymentGate } from '../definition/deployment-gate';
import { engineErrors } from '../engine.errors';
import { compileProcess } from '../kernel';
import { parseModel } from '../model';
import { PluginHost } from '../plugin-host/plugin-host';
import { readForBpmnEngine } from './bpmn-engine-run';
import { runTryOut, type TriedProcess } from './try-out';

/** Tries drawings. What may not be published is not tried: it could loop for ever, or hold code. */
@Injectable()
export class TryOutsService extends TryOuts {
  constructor(
    private readonly gate: DeploymentGate,
    private readonly host: PluginHost,
  ) {
    super();
  }

  async run({ xml, ...request }: TryOutRequest): Promise<TryOut> {
    return runTryOut(await this.read(xml), request);
  }

  private async read(xml: string): Promise<TriedProcess> {
    const findings = await this.gate.check(xml);
    const refusals = findings.filter(({ severity }) => severity === 'error');
    const { source } = await parseModel(xml, this.host.moddles);
    if (refusals.length > 0 || !source) throw engineErrors.MODEL_REFUSED({ findings: refusals.map((finding) => ({ ...finding })) });
    return { process: compileProcess(source), model: await readForBpmnEngine(xml, this.host.moddles) };
  }
}
