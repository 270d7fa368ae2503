import { z } from 'zod';
import { isNumberPattern } from '../model';

const pattern = z.string().max(80).refine(isNumberPattern, { message: 'needs one {seq} or {seq:4}' });

/** Settings of the plugin. */
export const caseFileConfig = z.object({
  /** How case numbers look: `{year}` is the year of filing, `{seq}` runs from 1 each year without gaps. */
  numberPattern: pattern.default('样城执罚立〔{year}〕{seq}号'),
  /** Patterns of single processes, by process key. */
  numberPatterns: z.record(z.string(), pattern).default({
    'penalty-summary': '样城当罚〔{year}〕{seq}号',
    'normative-document': '样城规审〔{year}〕{seq}号',
  }),
  /** Offset of the bureau's clock from UTC, in minutes; decides when the year begins. */
  utcOffsetMinutes: z.number().int().min(-840).max(840).default(480),
});
export type CaseFileConfig = z.infer<typeof caseFileConfig>;
