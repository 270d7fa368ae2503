import { Injectable } from '@nestjs/common';
import type { DrawnName, LintFinding, NameCheck, ProcessModel, Tx } from '@fashen/plugin-api';
import { ExtensionRegistry } from '../plugin-host/extension-registry';
import { PluginHost } from '../plugin-host/plugin-host';

/** Different names of one drawing that are looked up; far more than a drawing people can read has. */
const MOST_NAMES = 1_000;

type Fault = Omit<LintFinding, 'elementId'>;

/** Finds what a drawing names that is not there: asks the plugins what is named, and those who know such things whether they exist. */
@Injectable()
export class DrawnNamesService {
  constructor(
    private readonly host: PluginHost,
    private readonly extensions: ExtensionRegistry,
  ) {}

  async missing(tx: Tx, model: ProcessModel): Promise<readonly LintFinding[]> {
    const users = byName(this.host.plugins.flatMap(({ names }) => names?.(model) ?? []));
    const findings: LintFinding[] = [];
    for (const [{ kind, id }, elementIds] of users.slice(0, MOST_NAMES)) {
      const faults = await this.faultsOf(tx, kind, id);
      findings.push(...faults.flatMap((fault) => elementIds.map((elementId) => placed(fault, model, elementId))));
    }
    return findings;
  }

  private async faultsOf(tx: Tx, kind: string, id: string): Promise<readonly Fault[]> {
    const faults: Fault[] = [];
    for (const { pluginId, check } of this.extensions.nameChecks.filter((one) => one.check.kind === kind)) {
      const fault = await check.judge(tx, id);
      if (fault) faults.push({ ...severityOf(check, fault.rule), rule: `${pluginId}.${fault.rule}`, params: { ...fault.params, id } });
    }
    return faults;
  }
}

/** Each name once, with the elements that use it. */
function byName(names: readonly DrawnName[]): readonly (readonly [DrawnName, readonly string[]])[] {
  const users = new Map<string, readonly [DrawnName, string[]]>();
  for (const name of names) {
    const key = `${name.kind} ${name.id}`;
    const [, elementIds] = users.get(key) ?? [name, []];
    if (!elementIds.includes(name.elementId)) elementIds.push(name.elementId);
    users.set(key, [name, elementIds]);
  }
  return [...users.values()];
}

/** A check that speaks for a rule it has not declared refuses the drawing: nobody has said that it is harmless. */
function severityOf({ faults }: NameCheck, rule: string): Pick<LintFinding, 'severity'> {
  return { severity: faults[rule] ?? 'error' };
}

function placed(fault: Fault, model: ProcessModel, elementId: string): LintFinding {
  return { ...fault, elementId, params: { ...fault.params, step: model.elements.get(elementId)?.name ?? elementId } };
}
