import { Button, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { dayTimeText, HashBadge, PageHead, StateView, usePermission, useText } from '@fashen/ui';
import { DecisionTables } from './DecisionTables';
import { DecisionVersions } from './DecisionVersions';
import { PersonById } from './PersonById';
import { type DecisionView, useDecision } from './requests';
import { TryOut } from './TryOut';

/** One decision: its table in plain words, a place to try it, and its versions. */
export function DecisionPage(): ReactNode {
  const { decisionKey = '' } = useParams();
  const [search] = useSearchParams();
  const decision = useDecision(decisionKey, search.get('version') ?? undefined);
  return (
    <div className="fs-page">
      <StateView state={decision} rows={8}>
        {() => (decision.data ? <DecisionTabs decision={decision.data} /> : null)}
      </StateView>
    </div>
  );
}

function DecisionTabs({ decision }: { readonly decision: DecisionView }): ReactNode {
  const text = useText('catalog');
  const [search, setSearch] = useSearchParams();
  const shown = search.get('version') ?? undefined;
  const show = (entries: Readonly<Record<string, string | undefined>>): void => {
    const next = { tab: search.get('tab') ?? undefined, version: shown, ...entries };
    const kept = Object.entries(next).flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []));
    setSearch(kept, { replace: true });
  };
  return (
    <>
      <PageHead
        title={decision.name}
        note={<Link to="/catalog">{text('backToList')}</Link>}
        actions={<DecisionActions decision={decision} />}
      />
      <Published decision={decision} isOld={shown !== undefined} />
      <Tabs
        activeKey={search.get('tab') ?? 'table'}
        onChange={(tab) => show({ tab: tab === 'table' ? undefined : tab })}
        items={[
          { key: 'table', label: text('tab.table'), children: <DecisionTables decision={decision} /> },
          { key: 'try', label: text('tab.try'), children: <TryOut key={decision.id} decision={decision} /> },
          {
            key: 'versions',
            label: text('tab.versions'),
            children: <DecisionVersions decision={decision} onShow={(version) => show({ version, tab: undefined })} />,
          },
        ]}
      />
    </>
  );
}

function DecisionActions({ decision }: { readonly decision: DecisionView }): ReactNode {
  const text = useText('catalog');
  const navigate = useNavigate();
  const mayEdit = usePermission('rule.edit');
  return (
    <span className="fs-page-head-actions fs-no-print">
      <Button onClick={() => window.print()}>{text('print')}</Button>
      {mayEdit ? (
        <Button type="primary" onClick={() => void navigate(`/catalog/${decision.key}/edit`)}>
          {text('edit')}
        </Button>
      ) : null}
    </span>
  );
}

function Published({ decision, isOld }: { readonly decision: DecisionView; readonly isOld: boolean }): ReactNode {
  const text = useText('catalog');
  return (
    <p className="fs-published">
      <span className={isOld ? 'fs-tag fs-tag-quiet' : 'fs-tag fs-tag-good'}>{text('versionOf', { version: decision.version })}</span>
      <span>
        <PersonById id={decision.publishedBy} /> {text('publishedAt', { at: dayTimeText(decision.publishedAt) })}
      </span>
      <span className="fs-secondary">{text('because', { reason: decision.reason })}</span>
      <HashBadge kind="SHA-256" value={decision.hash} />
    </p>
  );
}
