import { useEffect, useRef, useState } from 'react';
import { asApiError } from './api-error';
import type { Draft } from './draft-store';
import { openingDraft } from './task-draft.rules';
import { type AnswerSaving, type KeptAnswers, useAnswerSaving } from './task-draft-requests';
import { type OtherDraft, type TaskDraftState, useDraft } from './use-draft';
import type { WireTaskDetail } from './wire';

/** Rest after the last key before the server gets the answers. */
const REST_MS = 2000;

interface SaveState {
  readonly savedAt?: string;
  readonly isOnDevice: boolean;
  readonly other?: OtherDraft & { readonly formRevision: number };
}

/** Begins with what the server has, or with what was typed later on this device and never got there. */
export function useTaskDraft(task: WireTaskDetail, formVersion: number, kept: KeptAnswers | undefined): TaskDraftState {
  const local = useDraft(task.id, formVersion);
  const [found, setFound] = useState(() => openingDraft(kept, local.found, formVersion));
  const [state, setState] = useState<SaveState>({ isOnDevice: false });
  const latest = useRef<Draft['data']>(undefined);
  const rest = useRest();
  const saving = useAnswerSaving(task, kept?.formRevision ?? 0);
  // Whoever does not hold the task yet has a draft on the device only.
  const isHeld = task.state === 'ASSIGNED' && task.mayComplete;

  const save = async (data = latest.current): Promise<void> => {
    if (!data) return;
    const next = await saved(saving, { version: formVersion, data });
    if (!next.isOnDevice && latest.current === data) local.forget();
    setState(next);
  };
  const keep = (data: Draft['data']): void => {
    latest.current = data;
    local.keep(data);
    if (isHeld && !state.other) rest.begin(REST_MS, () => void save());
  };
  const forget = (): void => {
    rest.end();
    latest.current = undefined;
    local.forget();
  };
  const choose = (which: 'mine' | 'theirs'): void => {
    const { other } = state;
    if (!other) return;
    saving.seen(other.formRevision);
    setState({ isOnDevice: false, savedAt: other.savedAt });
    if (which === 'mine') return void save();
    forget();
    setFound({ savedAt: other.savedAt, formVersion, data: other.data });
  };
  const settle = (): Promise<void> => {
    rest.end();
    return saving.idle();
  };
  const discard = (): void => {
    forget();
    if (isHeld) void saved(saving, null).then(setState);
  };
  const savedAt = state.isOnDevice || !isHeld ? local.savedAt : state.savedAt;
  const { isOnDevice, other } = state;
  return { keep, forget, settle, choose, discard, isOnDevice, mine: latest.current, ...partsOf({ found, savedAt, other }) };
}

/** One piece of work that waits for a rest; beginning anew puts it off, and it ends with the component. */
function useRest(): { readonly begin: (ms: number, work: () => void) => void; readonly end: () => void } {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const end = (): void => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    end,
    begin: (ms, work) => {
      end();
      timer.current = setTimeout(work, ms);
    },
  };
}

/** How it stands after a try to save: on the server, on this device alone, or against what another window has saved. */
async function saved(saving: AnswerSaving, form: KeptAnswers['form'] | null): Promise<SaveState> {
  try {
    return { isOnDevice: false, savedAt: isoOf((await saving.save(form)).formSavedAt) };
  } catch (error) {
    const isElsewhere = asApiError(error).code === 'opinion.DRAFT_ELSEWHERE';
    const theirs = isElsewhere ? await saving.findOther().catch(() => undefined) : undefined;
    return { isOnDevice: true, ...(theirs && { other: otherOf(theirs) }) };
  }
}

function partsOf(parts: Partial<TaskDraftState>): Partial<TaskDraftState> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

const isoOf = (time: number | undefined): string => new Date(time ?? 0).toISOString();

const otherOf = ({ form, formRevision, formSavedAt }: KeptAnswers): NonNullable<SaveState['other']> => ({
  ...{ formRevision, savedAt: isoOf(formSavedAt) },
  data: form?.data ?? {},
});
