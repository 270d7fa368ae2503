import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSession } from '../session';
import type { KeptDraftReply } from '../task-draft-requests';
import type { TaskDraftState } from '../use-draft';
import { useTaskDraft } from '../use-task-draft';
import type { WireTaskDetail } from '../wire';
import { LoadingView } from './StateView';

interface TaskDraftProps {
  readonly task: WireTaskDetail;
  readonly formVersion: number;
  /** Drawn anew when the person has chosen the draft of another window: begin with `found` then. */
  readonly children: (draft: TaskDraftState) => ReactNode;
}

/** Reads what the server keeps of one's answers before the form is drawn. A server that does not answer leaves the copy on this device. */
export function TaskDraft(props: TaskDraftProps): ReactNode {
  const { api } = useSession();
  const { id } = props.task;
  const kept = useQuery({
    queryKey: ['task-draft', id],
    queryFn: ({ signal }) => api.get<KeptDraftReply>(`/tasks/${id}/draft`, signal),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  return kept.isPending ? <LoadingView rows={8} /> : <Drafting key={id} {...props} kept={kept.data} />;
}

function Drafting({ task, formVersion, kept, children }: TaskDraftProps & { readonly kept: KeptDraftReply | undefined }): ReactNode {
  return children(useTaskDraft(task, formVersion, kept?.draft));
}
