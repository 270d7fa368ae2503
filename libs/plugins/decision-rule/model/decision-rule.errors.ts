import { defineErrors } from '@fashen/plugin-api';

/** Every "no" of this plugin. */
export const decisionRuleErrors = defineErrors('decision-rule', {
  /** The file may not be published; `findings` say why. */
  MODEL_REFUSED: 'invalid',
  /** The file holds another decision than the address names. */
  KEY_MISMATCH: 'invalid',
  DECISION_MISSING: 'missing',
  VERSION_MISSING: 'missing',
  DRAFT_MISSING: 'missing',
  /** Somebody saved another revision meanwhile: `by`, `revision`. */
  DRAFT_CONFLICT: 'conflict',
  /** No row fits and the table has no default output. */
  NO_ROW_FITS: 'unprocessable',
  /** UNIQUE was promised, several rows fit: `rows`. */
  SEVERAL_ROWS: 'unprocessable',
  /** ANY was promised, fitting rows answer differently: `rows`. */
  ROWS_DISAGREE: 'unprocessable',
  /** An output is not among the listed values that order the rows. */
  OUTPUT_NOT_LISTED: 'unprocessable',
  /** Outputs that cannot be added or compared. */
  NOT_AGGREGABLE: 'unprocessable',
  /** A value of the case has another type than the column. */
  INPUT_TYPE: 'unprocessable',
  /** A value of the case is not among the values the column allows. */
  INPUT_NOT_ALLOWED: 'unprocessable',
});
