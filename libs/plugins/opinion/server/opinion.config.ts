import { z } from 'zod';
import { configToken } from '@fashen/plugin-api';
import { SIGNATURE_MEANS } from '../model';

const means = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(/[,\s]+/).filter(Boolean))])
  .pipe(z.array(z.enum(SIGNATURE_MEANS)).min(1));

/** Settings of the plugin. Environment: `FASHEN_OPINION_SIGNATURE_MEANS` and so on. */
export const opinionConfig = z.strictObject({
  /** By what people may sign at steps that ask for `any`: `pin`, `password`, or both, separated by commas; the first is offered first. */
  signatureMeans: means.default([...SIGNATURE_MEANS]),
  /** Where in the case data the day of the conduct stands, on which cited clauses have to be in force. */
  conductDayPath: z.string().min(1).max(200).default('case.conductDate'),
});
export type OpinionConfig = z.infer<typeof opinionConfig>;

/** Injection token of `OpinionConfig`. */
export const OPINION_CONFIG = configToken('opinion');
