import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import type { Incident } from '@fashen/plugin-api';
import {
  type ApiError,
  CopyText,
  DataTable,
  dayTimeText,
  EmptyView,
  PageHead,
  useErrorText,
  usePagedList,
  useSession,
  useText,
  type Wire,
} from '@fashen/ui';

const LIST = '/incidents';

/** Work that failed too often and waits for an operator: what it is, since when, why, and a button to try again. */
export function IncidentsPage(): ReactNode {
  const text = useText('process-library');
  const list = usePagedList<Wire<Incident>>(LIST);
  const retry = useRetry();
  return (
    <div className="fs-page">
      <PageHead title={text('incidents')} />
      <p className="fs-secondary">{text('incidents.explain')}</p>
      <div className="fs-paper">
        <DataTable
          list={list}
          label={text('incidents')}
          rowKey={(row) => row.jobId}
          empty={<EmptyView>{text('incidents.none')}</EmptyView>}
          columns={[
            { title: text('incident.type'), dataIndex: 'type' },
            { title: text('incident.case'), render: (_value, row) => <CaseId instanceId={row.instanceId} />, responsive: ['md'] },
            { title: text('incident.since'), render: (_value, row) => dayTimeText(row.since), responsive: ['sm'] },
            { title: text('incident.attempts'), dataIndex: 'attempts', align: 'right', responsive: ['sm'] },
            { title: text('incident.error'), dataIndex: 'error' },
            {
              title: text('incident.act'),
              render: (_value, row) => (
                <Button onClick={() => retry.mutate(row.jobId)} loading={retry.isPending && retry.variables === row.jobId}>
                  {text('incident.retry')}
                </Button>
              ),
            },
          ]}
        />
      </div>
    </div>
  );
}

/** Operators see no case, so there is no way to it: its id is what they tell the people who do. */
function CaseId({ instanceId }: { readonly instanceId?: string }): ReactNode {
  return instanceId ? <CopyText value={instanceId} shown={instanceId.slice(-8)} /> : '—';
}

function useRetry(): UseMutationResult<void, ApiError, string> {
  const { api } = useSession();
  const { message } = App.useApp();
  const text = useText('process-library');
  const errorText = useErrorText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (jobId: string) => api.post<void>(`${LIST}/${jobId}/retry`),
    onSuccess: () => void message.success(text('incident.retried')),
    onError: (error) => void message.error(errorText(error)),
    onSettled: () => void queries.invalidateQueries({ queryKey: [LIST] }),
  });
}
