import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import type { DecisionTableView } from '@fashen/plugins/decision-rule/model';
import { useText } from '@fashen/ui';
import { cellWords } from './cell-words.rules';
import type { DecisionView } from './requests';
import { catalogRows, type CatalogRowView, type ColumnCell } from './row-view.rules';
import { useCellWords } from './use-cell-words';

/** The table of a decision in plain words, light and printable, with the decisions it is built on below. */
export function DecisionTables({ decision }: { readonly decision: DecisionView }): ReactNode {
  const text = useText('catalog');
  const required = decision.tables.filter((table) => table.decisionId !== decision.table.decisionId);
  return (
    <div className="fs-decision">
      <TableOf table={decision.table} />
      {required.length > 0 ? <h2>{text('required')}</h2> : null}
      {required.map((table) => (
        <section key={table.decisionId}>
          <h3>{table.name}</h3>
          <TableOf table={table} />
        </section>
      ))}
    </div>
  );
}

function TableOf({ table }: { readonly table: DecisionTableView }): ReactNode {
  if (table.hitPolicy === 'LITERAL' || table.hitPolicy === 'CONTEXT') return <Expressions table={table} />;
  return <RowTable table={table} />;
}

function RowTable({ table }: { readonly table: DecisionTableView }): ReactNode {
  const text = useText('catalog');
  const rows = catalogRows(table);
  const hasBasis = rows.some((row) => row.basis);
  const columns: TableColumnsType<CatalogRowView> = [
    { title: text('column.row'), width: 200, render: (_value, row) => <RowName row={row} /> },
    { title: text('column.conditions'), render: (_value, row) => <Conditions cells={row.conditions} /> },
    { title: text('column.outcome'), width: 260, render: (_value, row) => <Outcome cells={row.outcomes} /> },
    ...(hasBasis ? [{ title: text('column.basis'), width: 210, dataIndex: 'basis', className: 'fs-basis' }] : []),
  ];
  return (
    <div className="fs-paper fs-table" role="region" aria-label={table.name} tabIndex={0}>
      <Table<CatalogRowView> dataSource={[...rows]} rowKey={(row) => row.ruleId} pagination={false} size="small" columns={columns} />
      <p className="fs-secondary fs-hit-policy">{text(`hitPolicy.${table.hitPolicy.split(' ')[0]}`)}</p>
    </div>
  );
}

function RowName({ row }: { readonly row: CatalogRowView }): ReactNode {
  return (
    <span className="fs-row-name">
      <strong>{row.code ?? row.index}</strong> {row.title}
    </span>
  );
}

function Conditions({ cells }: { readonly cells: readonly ColumnCell[] }): ReactNode {
  const text = useText('catalog');
  const words = useCellWords();
  if (cells.length === 0) return <span className="fs-secondary">{text('always')}</span>;
  return (
    <ul className="fs-conditions">
      {cells.map(({ column, text: cell }) => (
        <li key={column.id}>
          <span className="fs-secondary">{column.label}</span> {cellWords(cell, words)}
        </li>
      ))}
    </ul>
  );
}

/** What follows: depth, discussion and filing as chips, the rest as text. */
function Outcome({ cells }: { readonly cells: readonly ColumnCell[] }): ReactNode {
  const words = useCellWords();
  const isChip = ({ column }: ColumnCell): boolean => column.expression === 'depth' || column.typeRef === 'boolean';
  return (
    <>
      <span className="fs-chips">
        {cells.filter(isChip).map((cell) => (
          <span key={cell.column.id} className={chipClass(cell)}>
            {chipWords(cell, cellWords(cell.text, words))}
          </span>
        ))}
      </span>
      {cells
        .filter((cell) => !isChip(cell))
        .map(({ column, text }) => (
          <div key={column.id} className="fs-outcome-line">
            <span className="fs-secondary">{column.label}</span> {cellWords(text, words)}
          </div>
        ))}
    </>
  );
}

function chipClass({ column, text }: ColumnCell): string {
  if (column.expression !== 'depth') return 'fs-tag';
  return text.includes('FULL') ? 'fs-tag fs-tag-bad' : 'fs-tag fs-tag-quiet';
}

/** A yes is the name of its column; anything else says on what it depends. */
function chipWords({ column, text }: ColumnCell, words: string): string {
  if (column.expression === 'depth' && text.startsWith('"')) return words;
  return text.trim() === 'true' ? column.label : `${column.label}：${words}`;
}

function Expressions({ table }: { readonly table: DecisionTableView }): ReactNode {
  return (
    <dl className="fs-paper fs-expressions">
      {table.rows.map((row) => (
        <div key={row.ruleId}>
          <dt>{row.cells[0]}</dt>
          <dd>
            <code>{row.cells[1]}</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}
