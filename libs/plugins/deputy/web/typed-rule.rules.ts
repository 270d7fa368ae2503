import type { DeputyMode, NewRule, RuleReply } from '../model';

/** A rule as it is typed. Times are those of the input field, local and to the minute. */
export interface TypedRule {
  readonly deputyId: string;
  readonly mode: DeputyMode;
  readonly from: string;
  readonly to: string;
  readonly processes: readonly string[];
  readonly reason: string;
}

const WEEK_MS = 7 * 86_400_000;

/** What the form begins with: the rule that is changed, or a week of sharing from now on. A rule in force goes on from now. */
export function typedOf(rule: RuleReply | undefined, now: Date): Partial<TypedRule> {
  if (!rule) return { mode: 'SHARE', from: localTime(now), to: localTime(new Date(now.getTime() + WEEK_MS)), processes: [] };
  const { deputyId, mode, scope, reason } = rule;
  const from = new Date(Math.max(Date.parse(rule.fromAt), now.getTime()));
  return { deputyId, mode, from: localTime(from), to: localTime(new Date(rule.toAt)), processes: scope.processes, reason };
}

/** What is sent. Steps that a changed rule was narrowed to stay as they are. */
export function ruleBodyOf(typed: TypedRule, replaced: RuleReply | undefined): NewRule {
  const { deputyId, mode, processes, reason } = typed;
  const [fromAt, toAt] = [new Date(typed.from).toISOString(), new Date(typed.to).toISOString()];
  const what = { deputyId, mode, processes: [...processes], nodes: [...(replaced?.scope.nodes ?? [])], reason: reason.trim() };
  return { ...what, fromAt, toAt, ...(replaced && { replaces: replaced.id }) };
}

/** A moment as `datetime-local` writes it. */
export function localTime(moment: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
