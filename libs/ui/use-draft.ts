import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, findDraft, removeDraft, saveDraft } from './draft-store';
import { useSession } from './session';

/** Rest after the last key before a draft is kept. */
const REST_MS = 2000;

/** A draft being written. */
export interface DraftState {
  /** What was found when the form opened. */
  readonly found?: Draft;
  /** ISO time of the last save since then; `failed` when the device refuses to store. */
  readonly savedAt?: string | 'failed';
  /** Call on every change; keeps the data two seconds after the last call. */
  readonly keep: (data: Draft['data']) => void;
  /** Call after the server accepted the data, or when the person discards it. */
  readonly forget: () => void;
}

/** What another window of the same person has saved. */
export interface OtherDraft {
  readonly savedAt: string;
  readonly data: Draft['data'];
}

/** A draft that the server keeps; this device has a copy only of what did not get there. */
export interface TaskDraftState extends DraftState {
  /** What was typed last is on this device alone. */
  readonly isOnDevice: boolean;
  /** Nothing more is saved on the server before one of the two is chosen. */
  readonly other?: OtherDraft;
  /** What this window has. */
  readonly mine?: Draft['data'];
  /** Ends the conflict: `theirs` takes what the other window has, `mine` replaces it. */
  readonly choose: (which: 'mine' | 'theirs') => void;
  /** Call before the answers are sent: no save is on its way or begins any more. Typing begins anew. */
  readonly settle: () => Promise<void>;
  /** Throws the draft away, here and on the server. */
  readonly discard: () => void;
}

/** Keeps what a person types on this device until it is sent. `subject` names the task or form it belongs to. */
export function useDraft(subject: string, formVersion: number): DraftState {
  const { person } = useSession();
  const personId = person.id;
  const [found] = useState(() => findDraft({ personId, subject }, formVersion));
  const [savedAt, setSavedAt] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pending = useRef<Draft['data']>(undefined);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    if (!pending.current) return;
    const draft = saveDraft({ personId, subject }, formVersion, pending.current);
    pending.current = undefined;
    setSavedAt(draft?.savedAt ?? 'failed');
  }, [personId, subject, formVersion]);
  const keep = useCallback(
    (data: Draft['data']) => {
      pending.current = data;
      clearTimeout(timer.current);
      timer.current = setTimeout(save, REST_MS);
    },
    [save],
  );
  const forget = useCallback(() => {
    clearTimeout(timer.current);
    pending.current = undefined;
    removeDraft({ personId, subject });
    setSavedAt(undefined);
  }, [personId, subject]);

  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);
  return { found, savedAt, keep, forget };
}
