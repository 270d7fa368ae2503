import { feel } from '@fashen/feel/server';
import { isWorkflowError, type JsonObject } from '@fashen/plugin-api';
import type { FormComponent, FormFinding, FormSchema } from '../model';

/** Conditions that keep a form from being published: those that are no FEEL, and those whose cost depends on more than their length. */
export function conditionFindings({ components }: FormSchema): readonly FormFinding[] {
  return components
    .filter(({ conditional }) => conditional?.hide && !isPlainCondition(conditional.hide))
    .map(({ key }): FormFinding => ({ code: 'badCondition', ...(key && { key }) }));
}

function isPlainCondition(text: string): boolean {
  try {
    return !feel.compileExpression(text).isGuarded;
  } catch (error) {
    if (isWorkflowError(error)) return false;
    throw error;
  }
}

/** Tells of each field whether its `conditional.hide` (FEEL over the answers) hides it. A condition that fails hides nothing. */
export function hiddenWith(data: JsonObject, now: Date): (component: FormComponent) => boolean {
  return ({ conditional }) => {
    if (!conditional?.hide) return false;
    return feel.compileExpression(conditional.hide).evaluate({ variables: data, now }) === true;
  };
}
