import { Injectable } from '@nestjs/common';
import { Definitions, type DefinitionView, Instances, type InstanceSummary, type ProcessModel, type Tx } from '@fashen/plugin-api';
import { caseControlErrors, mappingOf, type MappingQuery, type MappingReply, type VersionCases } from '../model';

const PAGE = 200;

/** Which cases run in which version of a process, and how two versions differ. */
@Injectable()
export class VersionCasesService {
  constructor(
    private readonly definitions: Definitions,
    private readonly instances: Instances,
  ) {}

  /** Versions of a process with the number of their running cases, newest first. */
  async versions(tx: Tx, processKey: string): Promise<readonly VersionCases[]> {
    const versions = await this.definitions.versions(tx, processKey);
    const cases = await this.running(tx, processKey);
    return versions.map(({ version }) => ({ version, running: cases.filter((one) => one.definitionVersion === version).length }));
  }

  /** Two versions side by side. */
  async mapping(tx: Tx, query: MappingQuery): Promise<MappingReply> {
    if (query.fromVersion === query.toVersion) throw caseControlErrors.SAME_VERSION({ version: query.toVersion });
    const { from, to } = await this.requireVersions(tx, query);
    const mapping = mappingOf(await this.model(tx, from), await this.model(tx, to));
    return { ...mapping, running: (await this.running(tx, query.processKey, query.fromVersion)).length };
  }

  async requireVersions(tx: Tx, query: MappingQuery): Promise<{ readonly from: DefinitionView; readonly to: DefinitionView }> {
    const versions = await this.definitions.versions(tx, query.processKey);
    return { from: versionOf(versions, query.processKey, query.fromVersion), to: versionOf(versions, query.processKey, query.toVersion) };
  }

  /** The drawing of a version. */
  model(tx: Tx, { id }: DefinitionView): Promise<ProcessModel> {
    return this.definitions.model(tx, id);
  }

  /** The cases that run in a version, or in any, oldest first. */
  async running(tx: Tx, definitionKey: string, version?: number): Promise<readonly InstanceSummary[]> {
    const found: InstanceSummary[] = [];
    let after: string | undefined;
    do {
      const query = { definitionKey, status: 'RUNNING' as const, limit: PAGE, ...(after !== undefined && { after }) };
      const page = await this.instances.list(tx, query);
      found.push(...page.items.filter(({ definitionVersion }) => version === undefined || definitionVersion === version));
      after = page.next;
    } while (after !== undefined);
    return found.reverse();
  }
}

function versionOf(versions: readonly DefinitionView[], processKey: string, version: number): DefinitionView {
  const found = versions.find((one) => one.version === version);
  if (!found) throw caseControlErrors.VERSION_MISSING({ processKey, version });
  return found;
}
