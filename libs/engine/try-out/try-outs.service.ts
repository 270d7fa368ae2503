import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type TryOut, type TryOutRequest, TryOuts } from '@fashen/plugin-api';
import { DeploymentGate } from '../definition/deployment-gate';
import { engineErrors } from '../engine.errors';
import { compileProcess } from '../kernel';
import { parseModel } from '../model';
import { PluginHost } from '../plugin-host/plugin-host';
import { readForBpmnEngine } from './bpmn-engine-run';
import { runTryOut, type TriedProcess } from './try-out';

/** Drawings kept ready, since each act of a try-out sends the same one again. What is read from a text never changes. */
const KEPT = 8;

/** Tries drawings. What may not be published is not tried: it could loop for ever, or hold code. */
@Injectable()
export class TryOutsService extends TryOuts {
  private readonly kept = new Map<string, TriedProcess>();

  constructor(
    private readonly gate: DeploymentGate,
    private readonly host: PluginHost,
  ) {
    super();
  }

  async run({ xml, ...request }: TryOutRequest): Promise<TryOut> {
    return runTryOut(await this.ready(xml), request);
  }

  private async ready(xml: string): Promise<TriedProcess> {
    const hash = createHash('sha256').update(xml).digest('hex');
    const made = this.kept.get(hash) ?? (await this.read(xml));
    this.kept.delete(hash);
    this.kept.set(hash, made);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
    return made;
  }

  private async read(xml: string): Promise<TriedProcess> {
    const findings = await this.gate.check(xml);
    const refusals = findings.filter(({ severity }) => severity === 'error');
    const { source } = await parseModel(xml, this.host.moddles);
    if (refusals.length > 0 || !source) throw engineErrors.MODEL_REFUSED({ findings: refusals.map((finding) => ({ ...finding })) });
    return { process: compileProcess(source), model: await readForBpmnEngine(xml, this.host.moddles) };
  }
}
