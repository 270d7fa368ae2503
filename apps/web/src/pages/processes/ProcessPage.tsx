import './processes.css';
import { Button, Table } from 'antd';
import { type ReactNode, Suspense, useRef } from 'react';
import type { DiagramHandle } from '@fashen/modeler/viewer';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import {
  dayTimeText,
  EmptyView,
  ErrorView,
  HashBadge,
  lazyComponent,
  LoadingView,
  PageHead,
  PersonName,
  StateView,
  usePart,
  usePermission,
  useText,
} from '@fashen/ui';
import { isDraftOpen, startOf, useProcess, useVersionXml, type WireProcessDetail, type WireVersion } from './requests';

const ProcessDiagram = lazyComponent(async () => (await import('@fashen/modeler/viewer')).ProcessDiagram);

/** One process: its drawing, read-only, and all published versions. */
export function ProcessPage(): ReactNode {
  const { processKey = '' } = useParams();
  const process = useProcess(processKey);
  const text = useText('processes');
  return (
    <div className="fs-page">
      <StateView state={process}>
        {() => (process.data ? <ProcessView process={process.data} /> : <EmptyView>{text('list.none')}</EmptyView>)}
      </StateView>
    </div>
  );
}

function ProcessView({ process }: { readonly process: WireProcessDetail }): ReactNode {
  const text = useText('processes');
  const navigate = useNavigate();
  const mayEdit = usePermission('process.edit');
  const OldVersionCases = usePart('oldVersionCases');
  const [search, setSearch] = useSearchParams();
  const shown = process.versions.find((version) => version.id === search.get('version')) ?? process.versions[0];
  const edit = mayEdit ? (
    <Button type="primary" onClick={() => void navigate(`/processes/${process.key}/edit`)}>
      {text('edit')}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHead title={process.name} note={<Link to="/processes">{text('backToList')}</Link>} actions={edit} />
      {isDraftOpen(process) && process.draft ? (
        <p className="fs-notice fs-process-notice">
          {text('draft.openNote', { name: process.draft.updatedByName, at: dayTimeText(process.draft.updatedAt) })}
        </p>
      ) : null}
      {OldVersionCases ? (
        <Suspense fallback={null}>
          <OldVersionCases processKey={process.key} />
        </Suspense>
      ) : null}
      {shown ? <VersionDrawing version={shown} /> : <EmptyView action={edit}>{text('neverPublishedNote')}</EmptyView>}
      {shown ? (
        <Versions
          versions={process.versions}
          shown={shown}
          onShow={(id) => setSearch({ version: id }, { replace: true, preventScrollReset: true })}
        />
      ) : null}
    </>
  );
}

function VersionDrawing({ version }: { readonly version: WireVersion }): ReactNode {
  const text = useText('processes');
  const xml = useVersionXml(version.id);
  return (
    <section className="fs-paper fs-version-drawing" aria-label={text('versionOf', { version: version.version })}>
      {xml.isPending ? <LoadingView rows={6} /> : null}
      {xml.error ? <ErrorView error={xml.error} onRetry={() => void xml.refetch()} /> : null}
      {xml.data ? <Drawing xml={xml.data} label={text('diagramOf', { version: version.version })} /> : null}
    </section>
  );
}

/** The drawing from its start, large enough to be read; a button shows all of it. */
function Drawing({ xml, label }: { readonly xml: string; readonly label: string }): ReactNode {
  const text = useText('processes');
  const handle = useRef<DiagramHandle>(null);
  const startId = startOf(xml);
  return (
    <Suspense fallback={<LoadingView rows={6} />}>
      <ProcessDiagram xml={xml} label={label} handle={handle} />
      <div className="fs-drawing-tools fs-no-print">
        {startId ? (
          <Button size="small" onClick={() => handle.current?.follow(startId)}>
            {text('fromStart')}
          </Button>
        ) : null}
        <Button size="small" onClick={() => handle.current?.fitAll()}>
          {text('fit')}
        </Button>
      </div>
    </Suspense>
  );
}

function Versions(props: {
  readonly versions: readonly WireVersion[];
  readonly shown: WireVersion;
  readonly onShow: (id: string) => void;
}): ReactNode {
  const text = useText('processes');
  return (
    <section className="fs-paper fs-versions" aria-label={text('versions')}>
      <h2>{text('versions')}</h2>
      <div className="fs-table" role="region" aria-label={text('versions')} tabIndex={0}>
        <Table<WireVersion>
          dataSource={[...props.versions]}
          rowKey={(row) => row.id}
          pagination={false}
          size="middle"
          rowClassName={(row) => (row.id === props.shown.id ? 'fs-version-shown' : '')}
          columns={[
            { title: text('column.version'), width: 110, render: (_value, row) => text('versionOf', { version: row.version }) },
            { title: text('column.publishedAt'), width: 150, render: (_value, row) => dayTimeText(row.publishedAt) },
            {
              title: text('column.publishedBy'),
              width: 110,
              render: (_value, row) => <PersonName id={row.publishedBy} name={row.publishedByName} />,
            },
            { title: text('column.reason'), className: 'fs-reason', dataIndex: 'reason' },
            { title: text('column.hash'), width: 210, render: (_value, row) => <HashBadge kind="SHA-256" value={row.hash} /> },
            {
              title: '',
              width: 90,
              render: (_value, row) =>
                row.id === props.shown.id ? (
                  <span className="fs-secondary">{text('shown')}</span>
                ) : (
                  <Button size="small" onClick={() => props.onShow(row.id)}>
                    {text('show')}
                  </Button>
                ),
            },
          ]}
        />
      </div>
    </section>
  );
}
