import { z } from 'zod';
import data from './bundled-clauses.json';
import { clauseList } from './clause.schema';

/** The clauses of a new installation, with where they come from. */
export const bundledClauses = z.strictObject({ source: z.string(), clauses: clauseList }).parse(data);
