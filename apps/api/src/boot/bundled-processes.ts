import { Injectable } from '@nestjs/common';
import { Clock, Definitions, isWorkflowError, type JsonObject, type Tx, UnitOfWork } from '@fashen/plugin-api';
import { DecisionLibrary } from '@fashen/plugins/decision-rule/model';
import { FormLibrary, publicationBody as formPublication } from '@fashen/plugins/form/model';
import { ParameterSets } from '@fashen/plugins/legal-review/model';
import { bootContext } from './boot-context';
import { type BundledFile, type BundledParameters, type BundledProcess, readBundledProcesses } from './bundled-files';

/** A bundled process that could not be published. */
export interface RefusedProcess {
  readonly folder: string;
  readonly code: string;
  readonly params: JsonObject;
}

/** Keys of what was published, and what was refused. */
export interface BundledOutcome {
  readonly published: readonly string[];
  readonly refused: readonly RefusedProcess[];
}

const REASON = '随产品提供的首个版本';

/** What is published, of each kind. */
@Injectable()
export class PublishedLibrary {
  constructor(
    private readonly forms: FormLibrary,
    private readonly decisions: DecisionLibrary,
    private readonly parameters: ParameterSets,
    private readonly definitions: Definitions,
  ) {}

  /** Forms, rules and figures come before the model that refers to them. */
  async publishMissing(tx: Tx, bundled: BundledProcess): Promise<readonly string[]> {
    const published = [await this.publishForms(tx, bundled.forms), await this.publishRules(tx, bundled.rules)];
    if (bundled.parameters) published.push(await this.publishParameters(tx, bundled.parameters));
    published.push(await this.publishModels(tx, bundled.models));
    return published.flat();
  }

  private async publishForms(tx: Tx, files: readonly BundledFile[]): Promise<readonly string[]> {
    const missing = await filter(files, async ({ key }) => (await this.forms.versions(tx, key)).length === 0);
    for (const { text } of missing) await this.forms.publish(tx, formPublication.parse({ schema: JSON.parse(text), reason: REASON }));
    return missing.map(({ key }) => key);
  }

  private async publishRules(tx: Tx, files: readonly BundledFile[]): Promise<readonly string[]> {
    const missing = await filter(files, async ({ key }) => !(await this.decisions.findLatest(tx, key)));
    for (const { text } of missing) await this.decisions.publish(tx, { xml: text, reason: REASON });
    return missing.map(({ key }) => key);
  }

  private async publishParameters(tx: Tx, { active, sets }: BundledParameters): Promise<readonly string[]> {
    const present = await this.parameters.list(tx);
    const missing = sets.filter(({ code }) => !present.items.some((one) => one.code === code));
    for (const { code, name, values } of missing) await this.parameters.publish(tx, code, { name, values, reason: REASON });
    if (!present.activeCode) await this.parameters.activate(tx, { code: active, reason: REASON });
    return missing.map(({ code }) => `parameters ${code}`);
  }

  private async publishModels(tx: Tx, files: readonly BundledFile[]): Promise<readonly string[]> {
    const missing = await filter(files, async ({ key }) => !(await this.definitions.latest(tx, key)));
    for (const { text } of missing) await this.definitions.publish(tx, { xml: text, reason: REASON });
    return missing.map(({ key }) => key);
  }
}

/**
 * Publishes the processes that come with the product, with their forms, rules and figures, where the installation has none under the
 * same key. What is published already is never touched: from then on it belongs to the legal staff.
 */
@Injectable()
export class BundledProcesses {
  constructor(
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    private readonly library: PublishedLibrary,
  ) {}

  /**
   * Publishes process by process. One that is refused, because a plugin it needs is not installed, leaves nothing behind and
   * does not keep the server from starting: `refused` says why.
   */
  async publishMissing(directory: string): Promise<BundledOutcome> {
    const published: string[] = [];
    const refused: RefusedProcess[] = [];
    for (const bundled of await readBundledProcesses(directory)) {
      try {
        published.push(...(await this.units.run(bootContext(this.clock), (tx) => this.library.publishMissing(tx, bundled))));
      } catch (error) {
        if (!isWorkflowError(error)) throw error;
        refused.push({ folder: bundled.folder, code: error.code, params: error.params });
      }
    }
    return { published, refused };
  }
}

async function filter<T>(items: readonly T[], isWanted: (item: T) => Promise<boolean>): Promise<readonly T[]> {
  const wanted: T[] = [];
  for (const item of items) if (await isWanted(item)) wanted.push(item);
  return wanted;
}
