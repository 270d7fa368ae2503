import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock, Definitions, isWorkflowError, type JsonObject, type Tx, UnitOfWork } from '@fashen/plugin-api';
import { DecisionLibrary } from '@fashen/plugins/decision-rule/model';
import { FormLibrary, publicationBody as formPublication } from '@fashen/plugins/form/model';
import { bootContext } from './boot-context';

/** One file of a process that comes with the product. The name without extension is the key. */
interface BundledFile {
  readonly key: string;
  readonly text: string;
}

/** A process that comes with the product: `processes/<key>/`. */
interface BundledProcess {
  readonly folder: string;
  readonly forms: readonly BundledFile[];
  readonly rules: readonly BundledFile[];
  readonly models: readonly BundledFile[];
}

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

/** What is published, of each kind. Forms and rules come before the model that refers to them. */
@Injectable()
export class PublishedLibrary {
  constructor(
    private readonly forms: FormLibrary,
    private readonly decisions: DecisionLibrary,
    private readonly definitions: Definitions,
  ) {}

  async publishMissing(tx: Tx, bundled: BundledProcess): Promise<readonly string[]> {
    const published: string[] = [];
    for (const { key, text } of bundled.forms) {
      if ((await this.forms.versions(tx, key)).length > 0) continue;
      await this.forms.publish(tx, formPublication.parse({ schema: JSON.parse(text), reason: REASON }));
      published.push(key);
    }
    for (const { key, text } of bundled.rules) {
      if (await this.decisions.findLatest(tx, key)) continue;
      await this.decisions.publish(tx, { xml: text, reason: REASON });
      published.push(key);
    }
    for (const { key, text } of bundled.models) {
      if (await this.definitions.latest(tx, key)) continue;
      await this.definitions.publish(tx, { xml: text, reason: REASON });
      published.push(key);
    }
    return published;
  }
}

/**
 * Publishes the processes that come with the product, with their forms and rules, where the installation has none under the same key.
 * What is published already is never touched: from then on it belongs to the legal staff.
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
    for (const bundled of await readProcesses(directory)) {
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

async function readProcesses(directory: string): Promise<readonly BundledProcess[]> {
  if (!existsSync(directory)) return [];
  const entries = await readdir(directory, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(directory, entry.name));
  return Promise.all(
    folders.sort().map(async (folder) => ({
      folder: basename(folder),
      forms: await readFiles(join(folder, 'forms'), '.form'),
      rules: await readFiles(join(folder, 'rules'), '.dmn'),
      models: await readFiles(folder, '.bpmn'),
    })),
  );
}

async function readFiles(folder: string, extension: string): Promise<readonly BundledFile[]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => extname(name) === extension).sort();
  return Promise.all(names.map(async (name) => ({ key: basename(name, extension), text: await readFile(join(folder, name), 'utf8') })));
}
