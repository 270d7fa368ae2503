import type { Json, JsonObject } from '@fashen/plugin-api';

/** What a decider chose, read from the answers of the step's form. */
export interface DecisionChoice {
  readonly approved?: boolean;
  readonly comment: string;
  /** The group of answers in which the choice stands. */
  readonly group: JsonObject;
}

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Finds choice and comment in the answers: the fields `approved` and `comment` of whichever group the form uses. */
export function choiceOf(answers: JsonObject): DecisionChoice {
  const groups = [...Object.values(answers).filter(isObject), answers];
  const group = groups.find((candidate) => 'approved' in candidate) ?? groups[0] ?? answers;
  const { approved, comment } = group;
  return {
    approved: typeof approved === 'boolean' ? approved : undefined,
    comment: typeof comment === 'string' ? comment : '',
    group,
  };
}
