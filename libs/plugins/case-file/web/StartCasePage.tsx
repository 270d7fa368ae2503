import './cases.css';
import { useQuery } from '@tanstack/react-query';
import { Radio } from 'antd';
import { type ReactNode, Suspense } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { EmptyView, LoadingView, PageHead, StateView, usePart, useSession, useText, type WirePage } from '@fashen/ui';

interface StartableProcess {
  readonly key: string;
  readonly name: string;
  readonly version: number;
}

/** Starts a case: choose the procedure, fill its start form. */
export function StartCasePage(): ReactNode {
  const text = useText('case-file');
  const { api } = useSession();
  const processes = useQuery({
    queryKey: ['procedures'],
    queryFn: ({ signal }) => api.get<WirePage<StartableProcess>>('/procedures', signal),
  });
  const startable = processes.data?.items ?? [];
  return (
    <div className="fs-page fs-start">
      <PageHead title={text('start.title')} note={text('start.note')} />
      <StateView state={processes} empty={startable.length === 0 ? <EmptyView>{text('start.none')}</EmptyView> : undefined}>
        {() => <StartBox processes={startable} />}
      </StateView>
    </div>
  );
}

function StartBox({ processes }: { readonly processes: readonly StartableProcess[] }): ReactNode {
  const text = useText('case-file');
  const navigate = useNavigate();
  const StartForm = usePart('startForm');
  // In the address, so that a page that is read again shows the form that was begun.
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('process');
  const [only, ...others] = processes;
  const chosen = processes.find(({ key }) => key === wanted)?.key ?? (others.length === 0 ? only?.key : undefined);
  return (
    <div className="fs-paper">
      <fieldset className="fs-choose-process">
        <legend>{text('start.choose')}</legend>
        <Radio.Group value={chosen} onChange={(event) => setSearch({ process: event.target.value as string }, { replace: true })}>
          {processes.map((process) => (
            <Radio key={process.key} value={process.key}>
              {process.name} <span className="fs-secondary">{text('start.version', { n: process.version })}</span>
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      {chosen && StartForm ? (
        <Suspense fallback={<LoadingView rows={8} />}>
          <StartForm key={chosen} processKey={chosen} onStarted={(caseId) => void navigate(`/cases/${caseId}`)} />
        </Suspense>
      ) : null}
    </div>
  );
}
