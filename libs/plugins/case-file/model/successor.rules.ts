import type { InstanceView, JsonObject, LintRule } from '@fashen/plugin-api';
import { z } from 'zod';

/** Moddle type of the step at which a case goes on as another one. */
export const SUCCESSOR = 'case-file:Successor';

const names = z
  .string()
  .default('')
  .transform((text) => text.split(/\s+/).filter((name) => name !== ''));

/** The extension element. */
export const successorBinding = z.looseObject({
  /** Key of the process by which it goes on. */
  process: z.string().min(1),
  /** Paths in the case data of what the new case begins with, as its start form asks for it. */
  carries: names,
  /** Paths of what it keeps of the old case, under `origin`. */
  keeps: names,
});
export type SuccessorBinding = z.infer<typeof successorBinding>;

/** Where a case went on, or came from, as both keep it. */
export const caseLink = z.object({ caseId: z.string(), number: z.string(), title: z.string() });
export type CaseLink = z.infer<typeof caseLink>;

/** The case as which this one went on. */
export const successorOf = (data: JsonObject): CaseLink | undefined => caseLink.safeParse(data['successor']).data;
/** The case from which this one came. */
export const originOf = (data: JsonObject): CaseLink | undefined => caseLink.safeParse(data['origin']).data;

/** A case as the other one names it. */
export const linkTo = ({ id, businessKey, title }: Pick<InstanceView, 'id' | 'businessKey' | 'title'>): CaseLink => ({
  caseId: id,
  number: businessKey,
  title,
});

/** The parts of case data at these paths, such as `party.name`, that are there. */
export function partsOf(data: JsonObject, paths: readonly string[]): JsonObject {
  return paths.reduce<JsonObject>((parts, path) => withPart(parts, data, path.split('.')), {});
}

function withPart(parts: JsonObject, data: JsonObject, [name = '', ...rest]: readonly string[]): JsonObject {
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  if (value === undefined) return parts;
  if (rest.length === 0) return { ...parts, [name]: value };
  return isObject(value) ? { ...parts, [name]: withPart(objectAt(parts, name), value, rest) } : parts;
}

const objectAt = (data: JsonObject, name: string): JsonObject => {
  const value = data[name];
  return isObject(value) ? value : {};
};
const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A step at which a case goes on says by which process. */
export const knownSuccessor: LintRule = (model) =>
  [...model.elements.values()]
    .filter(({ extensions }) => extensions[SUCCESSOR] && !successorBinding.safeParse(extensions[SUCCESSOR]).success)
    .map(({ id, name }) => ({ severity: 'error', elementId: id, params: { step: name ?? id } }));
