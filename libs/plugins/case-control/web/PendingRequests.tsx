import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { type ApiError, type CasePartProps, dayTimeText, PersonName, SubmitFailure, useSession, useText } from '@fashen/ui';

interface Request {
  readonly id: string;
  readonly action: string;
  readonly state: string;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: number;
}

/** Operations that wait for a second person, who confirms them here. Draws nothing when there are none. */
export function PendingRequests({ caseId }: CasePartProps): ReactNode {
  const { api } = useSession();
  const requests = useQuery({
    queryKey: ['control-requests', caseId],
    queryFn: ({ signal }) => api.get<readonly Request[]>(`/cases/${caseId}/control-requests`, signal),
  });
  const open = (requests.data ?? []).filter(({ state }) => state === 'OPEN');
  return open.map((request) => <PendingRequest key={request.id} request={request} />);
}

function PendingRequest({ request }: { readonly request: Request }): ReactNode {
  const text = useText('case-control');
  const { api, person } = useSession();
  const queries = useQueryClient();
  const confirm = useMutation<unknown, ApiError>({
    mutationFn: () => api.post(`/control-requests/${request.id}/confirmation`),
    onSuccess: () => queries.invalidateQueries(),
  });
  const isOwn = request.requestedBy === person.id;
  return (
    <div className="fs-notice fs-notice-warning fs-no-print" role="status">
      <span>
        {text('pending', { action: text(`action.${request.action}`), at: dayTimeText(new Date(request.requestedAt).toISOString()) })}{' '}
        <PersonName id={request.requestedBy} /> {request.reason}
      </span>{' '}
      {isOwn ? (
        <span className="fs-secondary">{text('pending.own')}</span>
      ) : (
        <Button size="small" loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {text('pending.confirm')}
        </Button>
      )}
      <SubmitFailure error={confirm.error} />
    </div>
  );
}
