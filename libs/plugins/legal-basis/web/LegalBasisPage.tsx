import './legal-basis.css';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { PageHead, usePermission, useText } from '@fashen/ui';
import { ClauseTable } from './ClauseTable';
import { ImportDialog } from './ImportDialog';
import { VersionList } from './VersionList';

/** 条款库: the clauses in force, searched and judged by the day of a conduct; legal staff publish new versions. */
export function LegalBasisPage(): ReactNode {
  const text = useText('legal-basis');
  const mayPublish = usePermission('legal-basis.publish');
  const [isImporting, setIsImporting] = useState(false);
  const [search, setSearch] = useState('');
  const [day, setDay] = useState('');
  const acts = mayPublish ? (
    <Button type="primary" onClick={() => setIsImporting(true)}>
      {text('import')}
    </Button>
  ) : undefined;
  return (
    <div className="fs-page fs-legal-basis">
      <PageHead title={text('title')} note={text('note')} actions={acts} />
      <div className="fs-paper fs-legal-basis-filter" role="search">
        <div>
          <label htmlFor="fs-clause-search">{text('search')}</label>
          <Input.Search id="fs-clause-search" allowClear maxLength={100} onSearch={setSearch} />
        </div>
        <div>
          <label htmlFor="fs-clause-day">{text('on')}</label>
          <Input
            id="fs-clause-day"
            type="date"
            value={day}
            aria-describedby="fs-clause-day-hint"
            onChange={(event) => setDay(event.target.value)}
          />
        </div>
        <span id="fs-clause-day-hint" className="fs-secondary">
          {text('on.hint')}
        </span>
      </div>
      <section aria-label={text('list')}>
        <h2>{text('list')}</h2>
        <ClauseTable search={search} day={day} />
      </section>
      <section aria-label={text('versions')}>
        <h2>{text('versions')}</h2>
        <VersionList />
      </section>
      {isImporting ? <ImportDialog onClose={() => setIsImporting(false)} /> : null}
    </div>
  );
}
