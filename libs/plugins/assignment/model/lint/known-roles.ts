import type { LintRule } from '@fashen/plugin-api';
import { roleIds } from '@fashen/plugins/directory/model';
import { wordsOf } from '../assignment.schema';
import { drawnAssignments } from './model-steps';

/** A step is given only to roles that exist: nobody can ever hold another one. */
export const knownRoles: LintRule = (model) =>
  drawnAssignments(model).flatMap(({ step, kind, value }) =>
    (kind === 'role' ? wordsOf(value) : [])
      .filter((role) => !roleIds.includes(role))
      .map((role) => ({ severity: 'error' as const, elementId: step.id, params: { step: step.name ?? step.id, role } })),
  );
