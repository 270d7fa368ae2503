import { feel } from '@fashen/feel/server';
import type { JsonObject } from '@fashen/plugin-api';
import type { FormComponent } from '../model';

/** Tells of each field whether its `conditional.hide` (FEEL over the answers) hides it. A condition that fails hides nothing. */
export function hiddenWith(data: JsonObject, now: Date): (component: FormComponent) => boolean {
  return ({ conditional }) => {
    if (!conditional?.hide) return false;
    return feel.compileExpression(conditional.hide).evaluate({ variables: data, now }) === true;
  };
}
