import type { ReactNode } from 'react';
import { DataTable, EmptyView, useIsNarrow, usePagedList, useText } from '@fashen/ui';
import type { Clause, ClauseReply } from '../model';
import { CLAUSES } from './requests';

/** Under this width the clause itself needs the room. */
const NARROW_PX = 700;

/** Clauses of the version in force, page by page. */
export function ClauseTable({ search, day }: { readonly search: string; readonly day: string }): ReactNode {
  const text = useText('legal-basis');
  const isNarrow = useIsNarrow(NARROW_PX);
  const filter = { ...(search.trim() !== '' && { search: search.trim() }), ...(day !== '' && { on: day }) };
  const list = usePagedList<ClauseReply>(CLAUSES, filter);
  return (
    <div className="fs-paper">
      <DataTable
        list={list}
        label={text('list')}
        rowKey={({ code }) => code}
        empty={<EmptyView>{text('none')}</EmptyView>}
        columns={[
          { title: text('code'), dataIndex: 'code', width: 120, responsive: ['md'] },
          { title: text('clause'), render: (_value, row) => <ClauseCell clause={row} /> },
          { title: text('valid'), render: (_value, row) => <ValidCell clause={row} />, width: isNarrow ? 110 : 210 },
          { title: text('source'), dataIndex: 'source', width: 260, responsive: ['lg'] },
        ]}
      />
    </div>
  );
}

function ClauseCell({ clause }: { readonly clause: ClauseReply }): ReactNode {
  return (
    <>
      <strong>
        {clause.law} {clause.article}
      </strong>
      <div>{clause.title}</div>
      {clause.text ? <p className="fs-clause-text fs-secondary">{clause.text}</p> : null}
    </>
  );
}

function ValidCell({ clause }: { readonly clause: ClauseReply }): ReactNode {
  const text = useText('legal-basis');
  const { standing } = clause;
  const isOut = standing === 'ended' || standing === 'notYet';
  return (
    <>
      <div>{text(validKey(clause), { from: clause.validFrom, until: clause.validUntil })}</div>
      {isOut ? <span className="fs-problem">{text(`standing.${standing}`)}</span> : null}
    </>
  );
}

function validKey({ validFrom, validUntil }: Clause): string {
  if (validFrom && validUntil) return 'valid.both';
  if (validFrom) return 'valid.from';
  return validUntil ? 'valid.until' : 'valid.open';
}
