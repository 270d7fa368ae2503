import { Injectable } from '@nestjs/common';
import { BpmnModdle } from 'bpmn-moddle';
import { bpmnlintFindings, noteConnections } from '@fashen/bpmn';
import type { LintFinding, Tx } from '@fashen/plugin-api';
import { DrawnNamesService } from './drawn-names.service';
import { engineElementFindings } from './engine-elements';
import { sourceRules } from './gate';
import { compileProcess, unsupported } from '../kernel';
import { type ModelSource, parseModel } from '../model';
import { ExtensionRegistry } from '../plugin-host/extension-registry';
import { PluginHost } from '../plugin-host/plugin-host';

/** What stands against publishing this XML, as far as the drawing itself tells. Errors refuse it. Never throws on bad XML. */
export async function checkModel(xml: string, host: PluginHost): Promise<LintFinding[]> {
  const { model, source, problems } = await parseModel(xml, host.moddles);
  if (!model || !source) return [...problems];
  const isUnreadable = problems.some((problem) => problem.severity === 'error');
  const drawn = isUnreadable ? [] : [...sourceRules.flatMap((rule) => rule(source)), ...(await habitFindings(xml, host.moddles))];
  const findings = [...problems, ...unsupported(source), ...drawn, ...host.lint(model)];
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

/** Findings of bpmnlint over a file that has already been read once without problems. */
async function habitFindings(xml: string, moddles: PluginHost['moddles']): Promise<readonly LintFinding[]> {
  const { rootElement } = await new BpmnModdle(moddles).fromXML(xml);
  noteConnections(rootElement);
  return bpmnlintFindings(rootElement);
}

/** Automatic steps that no behavior of any plugin would carry out. `answered` names the extension elements behaviors listen to. */
export function unansweredSteps(source: ModelSource, answered: ReadonlySet<string>): readonly LintFinding[] {
  const work = [...compileProcess(source).nodes.values()].filter((node) => node.kind === 'work');
  return work
    .filter((node) => !Object.keys(node.extensions).some((type) => answered.has(type)))
    .map((node) => ({ rule: 'engine.needs-behavior', severity: 'error', elementId: node.id }));
}

/** Decides whether a model may be published: the drawing, and whether the plugins of this process can carry it out. */
@Injectable()
export class DeploymentGate {
  constructor(
    private readonly host: PluginHost,
    private readonly extensions: ExtensionRegistry,
    private readonly names: DrawnNamesService,
  ) {}

  /** Everything that stands against publishing, as far as the drawing tells. Never throws on bad XML. */
  async check(xml: string): Promise<readonly LintFinding[]> {
    const findings = await checkModel(xml, this.host);
    if (findings.some((finding) => finding.severity === 'error')) return findings;
    const { source } = await parseModel(xml, this.host.moddles);
    if (!source) return findings;
    const { answeredTypes, jobTypes } = this.extensions;
    return [...findings, ...unansweredSteps(source, answeredTypes), ...engineElementFindings(source, jobTypes)];
  }

  /** As `check`, and what the drawing names that is not there now. */
  async inspect(tx: Tx, xml: string): Promise<readonly LintFinding[]> {
    const findings = await this.check(xml);
    const { model } = await parseModel(xml, this.host.moddles);
    return model ? [...findings, ...(await this.names.missing(tx, model))] : findings;
  }

  /** Key and name of the process in a file; empty when it cannot be read. */
  async nameOf(xml: string): Promise<{ readonly key?: string; readonly name?: string }> {
    const { model } = await parseModel(xml, this.host.moddles);
    return { ...(model && { key: model.processId }), ...(model?.name && { name: model.name }) };
  }
}
