import type { Draft } from './draft-store';
import type { KeptAnswers } from './task-draft-requests';

/** With what a form begins: the later of what the server keeps and what never left this device. Answers of another version of the form count for nothing. */
export function openingDraft(kept: KeptAnswers | undefined, local: Draft | undefined, formVersion: number): Draft | undefined {
  const { form, formSavedAt = 0 } = kept ?? {};
  const ofServer = form?.version === formVersion ? form : undefined;
  if (local && Date.parse(local.savedAt) > formSavedAt) return local;
  return ofServer && { savedAt: new Date(formSavedAt).toISOString(), formVersion, data: ofServer.data };
}

/** One answer in which two drafts differ. */
export interface DraftDifference {
  readonly path: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Where two drafts differ, by the path of the answer. An answer that is missing is an empty text. */
export function draftDifferences(mine: unknown, theirs: unknown, path = ''): readonly DraftDifference[] {
  if (isGroup(mine) || isGroup(theirs)) {
    const [one, other] = [isGroup(mine) ? mine : {}, isGroup(theirs) ? theirs : {}];
    const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return names.flatMap((name) => draftDifferences(one[name], other[name], path === '' ? name : `${path}.${name}`));
  }
  const [said, saidThere] = [wordsOf(mine), wordsOf(theirs)];
  return said === saidThere ? [] : [{ path, mine: said, theirs: saidThere }];
}

/** So much of a long answer is shown. */
const SHOWN = 60;
/** Of it, so much stands before the place where two answers part. */
const LEAD = 12;

/** Two answers, long ones cut to the place where they part. */
export function partsThatDiffer(mine: string, theirs: string): { readonly mine: string; readonly theirs: string } {
  const [one, other] = [[...mine], [...theirs]];
  const at = one.findIndex((letter, index) => letter !== other[index]);
  const from = Math.max(0, (at < 0 ? one.length : at) - LEAD);
  const cut = (letters: readonly string[]): string =>
    letters.length <= SHOWN
      ? letters.join('')
      : `${from > 0 ? '…' : ''}${letters.slice(from, from + SHOWN).join('')}${from + SHOWN < letters.length ? '…' : ''}`;
  return { mine: cut(one), theirs: cut(other) };
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function wordsOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
