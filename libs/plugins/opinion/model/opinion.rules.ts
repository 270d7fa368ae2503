import type { OpinionContent, OpinionPolicy } from './opinion.schema';

/** What is wrong with an opinion by the policy of its step. */
export type OpinionProblem =
  | { readonly kind: 'required' }
  | { readonly kind: 'tooShort'; readonly min: number }
  | { readonly kind: 'barePhrase'; readonly phrase: string };

/** Judges an opinion, while it is typed and again when the task ends. Without a requirement an empty opinion is none and passes. */
export function opinionProblem(content: Pick<OpinionContent, 'text'>, policy: OpinionPolicy): OpinionProblem | undefined {
  const said = content.text.trim();
  if (said === '') return policy.required ? { kind: 'required' } : undefined;
  const phrase = policy.forbiddenPhrases.find((one) => bareOf(one) === bareOf(said));
  if (phrase !== undefined) return { kind: 'barePhrase', phrase };
  return [...said].length < policy.minLength ? { kind: 'tooShort', min: policy.minLength } : undefined;
}

/** A text without marks, spaces and case: `同意！` says no more than `同意`. */
export function bareOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\s]/gu, '');
}

/** Fills the gaps of a phrase, such as `{案号}`. A gap nobody knows stays as it is. */
export function filledPhrase(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([^{}]{1,20})\}/g, (gap, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? gap) : gap));
}
