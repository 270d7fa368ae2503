import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Incident } from '@fashen/plugin-api';
import {
  type ApiError,
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
      <DataTable
        list={list}
        label={text('incidents')}
        rowKey={(row) => row.jobId}
        empty={<EmptyView>{text('incidents.none')}</EmptyView>}
        columns={[
          { title: text('incident.type'), dataIndex: 'type' },
          { title: text('incident.case'), render: (_value, row) => <CaseLink instanceId={row.instanceId} /> },
          { title: text('incident.since'), render: (_value, row) => dayTimeText(row.since) },
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
  );
}

function CaseLink({ instanceId }: { readonly instanceId?: string }): ReactNode {
  const text = useText('process-library');
  return instanceId ? <Link to={`/cases/${instanceId}`}>{text('incident.openCase')}</Link> : '—';
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
