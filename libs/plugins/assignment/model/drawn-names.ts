import type { DrawnName, NameReader } from '@fashen/plugin-api';
import { roleIds } from '@fashen/plugins/directory/model';
import { wordsOf } from './assignment.schema';
import { type DrawnAssignment, drawnAssignments } from './lint/model-steps';

/** People, units, roles and posts that steps are given to. Roles that cannot exist are the lint's business. */
export const assignedNames: NameReader = (model) =>
  drawnAssignments(model).flatMap((drawn) => namesOf(drawn).map((name) => ({ elementId: drawn.step.id, ...name })));

type Name = Omit<DrawnName, 'elementId'>;

/** What the words of `value` are, by kind; words of other kinds are paths and steps. */
const VALUE_KINDS: Readonly<Record<string, string>> = { role: 'role', post: 'post', unit: 'unit', unitHead: 'unit', person: 'person' };

function namesOf({ kind, value, unit, emptyPolicy, emptyTo }: DrawnAssignment): readonly Name[] {
  const valueKind = VALUE_KINDS[kind];
  const named = valueKind === undefined ? [] : wordsOf(value).map((id) => ({ kind: valueKind, id }));
  const within = wordsOf(unit).map((id) => ({ kind: 'unit', id }));
  const instead = emptyPolicy === 'person' ? wordsOf(emptyTo).map((id) => ({ kind: 'person', id })) : [];
  return [...named, ...within, ...instead].filter(mayExist);
}

/** `starter` stands for the unit of the starter. */
function mayExist({ kind, id }: Name): boolean {
  return kind === 'role' ? roleIds.includes(id) : !(kind === 'unit' && id === 'starter');
}

/** What principals such as `role:chief-head` or `person:wu` name; other words name nothing. */
export function namesOfPrincipals(elementId: string, principals: readonly string[]): readonly DrawnName[] {
  return principals.flatMap((principal) => {
    const [, kind, id] = /^(role|person|post|unit):([A-Za-z0-9][A-Za-z0-9-]*)$/.exec(principal) ?? [];
    return kind && id ? [{ elementId, kind, id }] : [];
  });
}
