import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { z } from 'zod';
import { parameterPublicationBody } from '@fashen/plugins/legal-review/model';
import { inCallOrder } from './call-order.rules';

/** One file of a process that comes with the product. The name without extension is the key. */
export interface BundledFile {
  readonly key: string;
  readonly text: string;
}

const parameterFile = z.strictObject({
  /** Code of the set that is in force in a new installation. */
  active: z.string().min(1),
  sets: z.array(z.strictObject({ code: z.string().min(1), name: z.string().min(1), values: parameterPublicationBody.shape.values })),
});
export type BundledParameters = z.infer<typeof parameterFile>;

/** A process that comes with the product: `processes/<key>/`. */
export interface BundledProcess {
  readonly folder: string;
  readonly forms: readonly BundledFile[];
  readonly rules: readonly BundledFile[];
  readonly models: readonly BundledFile[];
  readonly parameters?: BundledParameters;
}

/** Reads all processes of a folder, called ones before those that call them; a folder that is not there holds none. */
export async function readBundledProcesses(directory: string): Promise<readonly BundledProcess[]> {
  if (!existsSync(directory)) return [];
  const entries = await readdir(directory, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return inCallOrder(await Promise.all(folders.sort().map((folder) => readProcess(directory, folder))));
}

async function readProcess(directory: string, folder: string): Promise<BundledProcess> {
  const path = join(directory, folder);
  return {
    folder,
    forms: await readFiles(join(path, 'forms'), '.form'),
    rules: await readFiles(join(path, 'rules'), '.dmn'),
    models: await readFiles(path, '.bpmn'),
    parameters: await readParameters(join(path, 'rules/parameter-sets.json')),
  };
}

async function readFiles(folder: string, extension: string): Promise<readonly BundledFile[]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => extname(name) === extension).sort();
  return Promise.all(names.map(async (name) => ({ key: basename(name, extension), text: await readFile(join(folder, name), 'utf8') })));
}

async function readParameters(file: string): Promise<BundledParameters | undefined> {
  return existsSync(file) ? parameterFile.parse(JSON.parse(await readFile(file, 'utf8'))) : undefined;
}
