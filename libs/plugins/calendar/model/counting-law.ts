import { z } from 'zod';
import data from './counting-law.json';

/** Ids of the counting rules. */
export const RULE_IDS = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9', 'R10', 'R11', 'R12', 'R13', 'R14', 'R15', 'M1'] as const;
export type RuleId = (typeof RULE_IDS)[number];

const ruleId = z.enum(RULE_IDS);
const law = z.enum(['APL', 'ACL', 'ALL', 'ARL', 'TR310', 'GF118', 'GIR']);

/** Laws whose text says which of its days are working days: 处罚法, 强制法, 许可法, 复议法, 移送规定, 118号文, 信息公开条例. */
export const LAWS = law.options;
export type Law = z.infer<typeof law>;

const countingLaw = z.strictObject({
  rules: z.array(z.strictObject({ id: ruleId, source: z.string(), article: z.string(), text: z.string() })),
  dayTypes: z.array(z.strictObject({ rule: ruleId, law, workingDays: z.array(z.int()).optional(), workingUpTo: z.int().optional() })),
});

/** The counting rules with their sources, and which days of which law are working days. */
export const COUNTING_LAW: z.infer<typeof countingLaw> = countingLaw.parse(data);

/** A counting rule as an explanation shows it. */
export interface CountingRule {
  readonly id: RuleId;
  /** The law, or that the product itself counts so. */
  readonly source: string;
  /** Empty where the source has none. */
  readonly article: string;
  readonly text: string;
}

/** Rules by id, in the order asked. */
export function rulesOf(ids: readonly RuleId[]): readonly CountingRule[] {
  return ids.flatMap((id) => COUNTING_LAW.rules.filter((rule) => rule.id === id));
}

/** Whether so many days of this law are working days or calendar days, and which rule says so. */
export function dayTypeOf(of: Law, days: number): { readonly unit: 'workingDays' | 'days'; readonly rule: RuleId } {
  const found = COUNTING_LAW.dayTypes.find((one) => one.law === of);
  if (!found) throw new RangeError(`no day type for ${of}`);
  const isWorking = found.workingDays?.includes(days) ?? days <= (found.workingUpTo ?? 0);
  return { unit: isWorking ? 'workingDays' : 'days', rule: found.rule };
}
