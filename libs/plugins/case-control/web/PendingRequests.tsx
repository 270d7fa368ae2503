import './batch.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import {
  type ApiError,
  type CasePartProps,
  dayTimeText,
  OperationDialog,
  PersonName,
  SubmitFailure,
  useOperation,
  usePersonNames,
  useSession,
  useText,
  type Wire,
} from '@fashen/ui';
import type { ControlRequestReply } from '../model';

type WireRequest = Wire<ControlRequestReply>;

/** Operations that wait for a second person, who confirms or refuses them here. Draws nothing when there are none. */
export function PendingRequests({ caseId, view }: CasePartProps): ReactNode {
  const { api } = useSession();
  const requests = useQuery({
    queryKey: ['case', caseId, 'control-requests'],
    queryFn: ({ signal }) => api.get<readonly WireRequest[]>(`/cases/${caseId}/control-requests`, signal),
  });
  const { status } = view.instance;
  if (status !== 'RUNNING' && status !== 'SUSPENDED') return null;
  const open = (requests.data ?? []).filter(({ state }) => state === 'OPEN');
  return open.map((request) => <PendingRequest key={request.id} request={request} />);
}

function PendingRequest({ request }: { readonly request: WireRequest }): ReactNode {
  const text = useText('case-control');
  const nameOf = usePersonNames();
  const [isOpen, setIsOpen] = useState(false);
  const action = text(`action.${request.action}`);
  return (
    <div className="fs-notice fs-notice-warning fs-no-print fs-pending" role="status">
      <span>
        {text('pending', { action, at: dayTimeText(new Date(request.requestedAt).toISOString()) })}{' '}
        <PersonName id={request.requestedBy} name={nameOf(request.requestedBy)} /> {request.reason}
      </span>
      {request.mayConfirm ? (
        <Button size="small" onClick={() => setIsOpen(true)}>
          {text('pending.confirm')}
        </Button>
      ) : (
        <span className="fs-secondary">{text('pending.other')}</span>
      )}
      {request.mayRefuse ? <Refuse request={request} /> : null}
      {isOpen ? (
        <ConfirmDialog request={request} title={text('pending.confirmTitle', { action })} onClose={() => setIsOpen(false)} />
      ) : null}
    </div>
  );
}

/** Who asked takes it back, who could confirm refuses it; nothing happens to the case. */
function Refuse({ request }: { readonly request: WireRequest }): ReactNode {
  const text = useText('case-control');
  const { api, person } = useSession();
  const queries = useQueryClient();
  const refuse = useMutation<unknown, ApiError>({
    mutationFn: () => api.post(`/control-requests/${request.id}/refusal`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case', request.instanceId] }),
  });
  return (
    <>
      <Button size="small" loading={refuse.isPending} onClick={() => refuse.mutate()}>
        {text(request.requestedBy === person.id ? 'pending.takeBack' : 'pending.refuse')}
      </Button>
      <SubmitFailure error={refuse.error} />
    </>
  );
}

interface ConfirmProps {
  readonly request: WireRequest;
  readonly title: string;
  readonly onClose: () => void;
}

function ConfirmDialog({ request, title, onClose }: ConfirmProps): ReactNode {
  const text = useText('case-control');
  const operation = useOperation<object>(`/control-requests/${request.id}/confirmation`);
  return (
    <OperationDialog
      title={title}
      operation={operation}
      body={NOTHING}
      isDanger={request.action === 'terminate'}
      onDone={onClose}
      onClose={onClose}
    >
      <p>{text(`consequence.${request.action}`)}</p>
      <p>
        {text('reason')} {request.reason}
      </p>
    </OperationDialog>
  );
}

const NOTHING = {};
