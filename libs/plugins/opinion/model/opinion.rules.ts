import type { OpinionContent, OpinionPolicy } from './opinion.schema';

/** What is wrong with an opinion by the policy of its step. */
export type OpinionProblem =
  | { readonly kind: 'required' }
  | { readonly kind: 'tooShort'; readonly min: number }
  | { readonly kind: 'barePhrase'; readonly phrase: string };

/** Judges an opinion, while it is typed and again when the task ends. Without a requirement an empty opinion is none and passes. */
export function opinionProblem(content: Pick<OpinionContent, 'text'>, policy: OpinionPolicy): OpinionProblem | undefined {
  const said = visibleOf(content.text).trim();
  if (said === '') return policy.required ? { kind: 'required' } : undefined;
  if (isOnlyOf(said, policy.forbiddenPhrases)) return { kind: 'barePhrase', phrase: barePhraseOf(said, policy.forbiddenPhrases) };
  return [...said].length < policy.minLength ? { kind: 'tooShort', min: policy.minLength } : undefined;
}

/** True when a text is nothing but phrases of the list, one after the other: `同意。已阅。` says no more than either. */
function isOnlyOf(said: string, phrases: readonly string[]): boolean {
  const [bare, parts] = [bareOf(said), phrases.map(bareOf).filter(Boolean)];
  const endsFrom = (at: number): readonly number[] => parts.filter((part) => bare.startsWith(part, at)).map(({ length }) => at + length);
  const reached = new Set([0]);
  for (let at = 0; at < bare.length; at++) if (reached.has(at)) endsFrom(at).forEach((end) => reached.add(end));
  return bare !== '' && reached.has(bare.length);
}

/** The phrase as the list has it, or the text itself when it joins several. */
const barePhraseOf = (said: string, phrases: readonly string[]): string => phrases.find((one) => bareOf(one) === bareOf(said)) ?? said;

/** Gaps a phrase may have; they are filled from the task and the person. */
export const PHRASE_VARIABLES = ['案号', '案件名称', '环节', '姓名'] as const;

/** Gaps that are still in a text, each once: nobody knows what to put there, or nobody has put it there yet. */
export function gapsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(GAP)].map(([, name = '']) => name))];
}

/** A text without signs nobody sees, such as zero-width spaces: they say nothing. */
const visibleOf = (text: string): string => text.replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '');

/** A text without marks, spaces and case: `同意！` says no more than `同意`. */
export function bareOf(text: string): string {
  return visibleOf(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\s]/gu, '');
}

const GAP = /\{([^{}]{1,20})\}/g;

/** Fills the gaps of a phrase, such as `{案号}`. A gap nobody knows stays as it is. */
export function filledPhrase(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(GAP, (gap, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? gap) : gap));
}
