import { defineErrors } from '@fashen/plugin-api';

/** Errors of the library of clauses. */
export const legalBasisErrors = defineErrors('legal-basis', {
  /** Somebody has published version `version` meanwhile. */
  LIBRARY_CHANGED: 'conflict',
  /** Two clauses have the same code or name. */
  CLAUSE_TWICE: 'unprocessable',
});
