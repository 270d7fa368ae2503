import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiClient, asApiError, readClock, useSession } from '@fashen/ui';

/** What the server keeps of something being edited. */
export interface StoredDraft {
  readonly revision: number;
  readonly updatedBy: string;
  readonly updatedByName?: string;
  /** ISO 8601. */
  readonly updatedAt: string;
}

/** Where a draft is kept. */
export interface DraftPlace {
  /** Path of the API that takes `{ xml, revision }`. */
  readonly path: string;
  /** The draft as it is stored now. */
  readonly find: (api: ApiClient) => Promise<StoredDraft | undefined>;
}

/** What is being edited. */
export interface Readable {
  read(): Promise<string>;
}

/** Where the drawing stands against what the server keeps. */
export type SaveState =
  | { readonly kind: 'clean' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Somebody else has saved meanwhile; `theirs` is what they saved. */
  | { readonly kind: 'conflict'; readonly error: unknown; readonly theirs?: StoredDraft };

/** Saves the draft. */
export interface DraftSaver {
  readonly state: SaveState;
  /** Saves now. Answers the text the server keeps, or `undefined` when it did not take it. */
  readonly save: () => Promise<string | undefined>;
  /** Saves over what somebody else has saved. */
  readonly overwrite: () => Promise<string | undefined>;
  /** The text the server keeps, saved now if something is not saved yet. */
  readonly settle: () => Promise<string | undefined>;
  /** Leaves a conflict as it is: nothing is saved by itself until the person saves. */
  readonly putOff: () => void;
}

const IDLE_MS = 3_000;

interface Saved {
  xml: string;
  revision: number;
}

/**
 * Saves by itself three seconds after the last change; stops when somebody else has saved, until the person has chosen.
 * `place` must stay the same object while the page is open.
 */
export function useDraftSaver(place: DraftPlace, start: Saved, editor: Readable | undefined, changes: number): DraftSaver {
  const { api } = useSession();
  const [state, setState] = useState<SaveState>({ kind: 'clean' });
  const saved = useRef<Saved>({ ...start });
  const hasConflict = useRef(false);
  const running = useRef<Promise<string | undefined>>(undefined);

  const send = useCallback(
    async (isOver: boolean): Promise<string | undefined> => {
      if (!editor) return undefined;
      setState({ kind: 'saving' });
      try {
        const xml = await editor.read();
        if (isOver) saved.current.revision = (await place.find(api))?.revision ?? 0;
        const draft = await api.put<StoredDraft>(place.path, { xml, revision: saved.current.revision });
        saved.current = { xml, revision: draft.revision };
        hasConflict.current = false;
        setState({ kind: 'saved', at: readClock() });
        return xml;
      } catch (error) {
        setState(await refusalOf(error, api, place));
        hasConflict.current = asApiError(error).status === 409;
        return undefined;
      }
    },
    [api, editor, place],
  );

  const once = useCallback(
    async (isOver: boolean): Promise<string | undefined> => {
      await running.current;
      running.current = send(isOver);
      return running.current;
    },
    [send],
  );

  useEffect(() => {
    if (changes === 0 || hasConflict.current) return undefined;
    setState({ kind: 'changed' });
    const timer = setTimeout(() => void once(false), IDLE_MS);
    return () => clearTimeout(timer);
  }, [changes, once]);

  const save = useCallback(() => once(false), [once]);
  return {
    state,
    save,
    overwrite: useCallback(() => once(true), [once]),
    settle: useCallback(async () => (isUnsaved(state) ? save() : saved.current.xml), [state, save]),
    putOff: useCallback(() => setState((now) => (now.kind === 'conflict' ? { kind: 'failed', error: now.error } : now)), []),
  };
}

async function refusalOf(error: unknown, api: ApiClient, place: DraftPlace): Promise<SaveState> {
  if (asApiError(error).status !== 409) return { kind: 'failed', error };
  const theirs = await place.find(api).catch(() => undefined);
  return { kind: 'conflict', error, ...(theirs && { theirs }) };
}

/** True while something is drawn that the server does not keep. */
export function isUnsaved({ kind }: SaveState): boolean {
  return kind === 'changed' || kind === 'saving' || kind === 'failed' || kind === 'conflict';
}
