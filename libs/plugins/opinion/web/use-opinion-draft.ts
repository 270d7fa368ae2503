import { useEffect, useRef, useState } from 'react';
import { asApiError, useDraft, useSession, type WireTaskDetail } from '@fashen/ui';
import { type DraftReply, type OpinionBoxReply, opinionContent, type OpinionContent } from '../model';

/** Rest after the last key before the server gets the draft. */
const REST_MS = 2000;

/** An opinion being written. The server keeps it; this device only what did not get there. */
export interface OpinionDraft {
  readonly content: OpinionContent;
  /** When the server last took it, in milliseconds. */
  readonly savedAt?: number;
  /** Why the server did not take what was typed last. */
  readonly failure?: unknown;
  /** What another window of the same person has saved meanwhile. Nothing is saved before one of the two is chosen. */
  readonly other?: DraftReply;
  readonly change: (part: Partial<OpinionContent>) => void;
  /** Hands it to the server now; rejects when the server refuses. */
  readonly save: (keepVersion: boolean) => Promise<void>;
  /** Ends the conflict: `theirs` shows what the other window has, `mine` replaces it. */
  readonly choose: (which: 'mine' | 'theirs') => void;
}

interface SaveState {
  readonly savedAt?: number;
  readonly failure?: unknown;
  readonly other?: DraftReply;
}

/** Begins with what the server has, or with what was typed later on this device and never got there. */
export function useOpinionDraft(task: WireTaskDetail, kept: DraftReply | undefined): OpinionDraft {
  const local = useDraft(`${task.id}/opinion`, 1);
  const [content, setContent] = useState(() => openingContent(kept, local.found));
  const [state, setState] = useState<SaveState>({ ...(kept && { savedAt: kept.savedAt }) });
  const latest = useRef(content);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const put = useSaving(task, kept?.revision ?? 0);
  useEffect(() => () => clearTimeout(timer.current), []);

  const save = async (keepVersion: boolean): Promise<void> => {
    clearTimeout(timer.current);
    const opinion = latest.current;
    try {
      const savedAt = await put.save(opinion, keepVersion);
      if (latest.current === opinion) local.forget();
      setState({ savedAt });
    } catch (failure) {
      const other = asApiError(failure).code === 'opinion.DRAFT_ELSEWHERE' ? await put.findOther() : undefined;
      setState((old) => ({ ...(old.savedAt !== undefined && { savedAt: old.savedAt }), failure, ...(other && { other }) }));
      throw failure;
    }
  };
  const saveSoon = (restMs: number): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(false).catch(() => undefined), restMs);
  };
  const change = (part: Partial<OpinionContent>): void => {
    latest.current = { ...latest.current, ...part };
    setContent(latest.current);
    local.keep({ ...latest.current });
    if (!state.other) saveSoon(REST_MS);
  };
  const choose = (which: 'mine' | 'theirs'): void => {
    if (!state.other) return;
    put.seen(state.other.revision);
    setState({ savedAt: state.other.savedAt });
    if (which === 'mine') return saveSoon(0);
    latest.current = state.other.opinion ?? { text: '', clauses: [] };
    setContent(latest.current);
    local.forget();
  };
  return { content, ...state, change, save, choose };
}

interface Saving {
  /** Answers when the server took it, in milliseconds. */
  readonly save: (opinion: OpinionContent, keepVersion: boolean) => Promise<number>;
  readonly findOther: () => Promise<DraftReply | undefined>;
  readonly seen: (revision: number) => void;
}

/** Requests one after the other, so that an older text never overwrites a newer one; each names the revision this window knows. */
function useSaving(task: WireTaskDetail, firstRevision: number): Saving {
  const { api } = useSession();
  const revision = useRef(firstRevision);
  const before = useRef<Promise<unknown>>(Promise.resolve());
  const put = async (opinion: OpinionContent, keepVersion: boolean): Promise<number> => {
    const body = { baseVersion: task.rowVersion, revision: revision.current, opinion, keepVersion };
    const saved = await api.put<DraftReply>(`/tasks/${task.id}/draft`, body);
    revision.current = saved.revision;
    return saved.savedAt;
  };
  return {
    save: (opinion, keepVersion) => {
      const next = before.current.then(() => put(opinion, keepVersion));
      before.current = next.catch(() => undefined);
      return next;
    },
    findOther: async () => (await api.get<OpinionBoxReply>(`/tasks/${task.id}/opinion`)).draft,
    seen: (known) => {
      revision.current = known;
    },
  };
}

function openingContent(
  kept: DraftReply | undefined,
  found: { readonly savedAt: string; readonly data: unknown } | undefined,
): OpinionContent {
  const typed = opinionContent.safeParse(found?.data);
  const isLater = found !== undefined && Date.parse(found.savedAt) > (kept?.savedAt ?? 0);
  return typed.success && isLater ? typed.data : (kept?.opinion ?? { text: '', clauses: [] });
}
