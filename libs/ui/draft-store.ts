import { readClock } from './clock';

/** Something a person has typed and not yet sent, kept on this device. */
export interface Draft {
  readonly savedAt: string;
  /** Version of the form it was typed into; another version discards it. */
  readonly formVersion: number;
  readonly data: Readonly<Record<string, unknown>>;
}

const PREFIX = 'fashen.draft.';
const KEPT_DAYS = 30;

const keyOf = (personId: string, subject: string): string => `${PREFIX}${personId}.${subject}`;

/** Keeps a draft of one person for one subject (a task, a new case). `undefined` when the device refuses to store. */
export function saveDraft(place: { personId: string; subject: string }, formVersion: number, data: Draft['data']): Draft | undefined {
  const draft: Draft = { savedAt: readClock().toISOString(), formVersion, data };
  try {
    localStorage.setItem(keyOf(place.personId, place.subject), JSON.stringify(draft));
    return draft;
  } catch {
    return undefined;
  }
}

/** The draft, if there is one for this version of the form. */
export function findDraft(place: { personId: string; subject: string }, formVersion: number): Draft | undefined {
  const text = localStorage.getItem(keyOf(place.personId, place.subject));
  if (!text) return undefined;
  const draft = parse(text);
  return draft?.formVersion === formVersion ? draft : undefined;
}

export function removeDraft(place: { personId: string; subject: string }): void {
  localStorage.removeItem(keyOf(place.personId, place.subject));
}

/** Throws away drafts older than a month, so that personal data does not stay on a device for ever. */
export function removeOldDrafts(): void {
  const oldest = readClock().getTime() - KEPT_DAYS * 86_400_000;
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
    const draft = parse(localStorage.getItem(key) ?? '');
    if (!draft || Date.parse(draft.savedAt) < oldest) localStorage.removeItem(key);
  }
}

function parse(text: string): Draft | undefined {
  try {
    const draft = JSON.parse(text) as Draft;
    return typeof draft.savedAt === 'string' && typeof draft.data === 'object' ? draft : undefined;
  } catch {
    return undefined;
  }
}
