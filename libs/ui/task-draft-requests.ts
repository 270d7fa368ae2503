import { useRef } from 'react';
import type { Draft } from './draft-store';
import { useSession } from './session';
import type { WireTaskDetail } from './wire';

/** Answers as the server keeps them for their author. */
export interface KeptAnswers {
  readonly form?: { readonly version: number; readonly data: Draft['data'] };
  readonly formRevision: number;
  /** Milliseconds since the epoch. */
  readonly formSavedAt?: number;
}

/** `GET /tasks/:id/draft`. */
export interface KeptDraftReply {
  readonly draft?: KeptAnswers;
}

/** Saves the answers of one task. */
export interface AnswerSaving {
  /** Answers what the server has now. `null` throws the answers away. */
  readonly save: (form: KeptAnswers['form'] | null) => Promise<KeptAnswers>;
  readonly findOther: () => Promise<KeptAnswers | undefined>;
  /** The person has seen this revision. */
  readonly seen: (formRevision: number) => void;
  /** Resolves when no request is on its way. */
  readonly idle: () => Promise<void>;
}

/** Requests one after the other, so that older answers never overwrite newer ones; each names the revision this window knows. */
export function useAnswerSaving(task: WireTaskDetail, firstRevision: number): AnswerSaving {
  const { api } = useSession();
  const revision = useRef(firstRevision);
  const before = useRef<Promise<unknown>>(Promise.resolve());
  const put = async (form: KeptAnswers['form'] | null): Promise<KeptAnswers> => {
    const saved = await api.put<KeptAnswers>(`/tasks/${task.id}/draft`, {
      baseVersion: task.rowVersion,
      formRevision: revision.current,
      form,
    });
    revision.current = saved.formRevision;
    return saved;
  };
  return {
    save: (form) => {
      const next = before.current.then(() => put(form));
      before.current = next.catch(() => undefined);
      return next;
    },
    findOther: async () => (await api.get<KeptDraftReply>(`/tasks/${task.id}/draft`)).draft,
    seen: (formRevision) => {
      revision.current = formRevision;
    },
    idle: async () => {
      await before.current;
    },
  };
}
