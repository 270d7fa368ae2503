import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { DecisionExplanation, Json } from '@fashen/plugin-api';
import { type Text, useText } from '../texts';

type Row = DecisionExplanation['rows'][number];

/** A value as a clerk reads it: no quotes, thousands apart, yes and no in words. */
export function valueText(value: Json | undefined, text: Text): string {
  if (value === null || value === undefined) return text('value.none');
  if (typeof value === 'boolean') return text(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return value.toLocaleString('en-US');
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((item: Json) => valueText(item, text)).join(text('listMark')) || text('value.none');
  return Object.entries(value)
    .map(([key, item]) => `${key} = ${valueText(item as Json, text)}`)
    .join(text('listMark'));
}

/** A test cell without the quotes of its language. */
export function cellText(cell: string, text: Text): string {
  const plain = cell.trim().replaceAll('"', '');
  return plain === '' || plain === '-' ? text('explain.any') : plain;
}

function RowView({ row, explanation }: { readonly row: Row; readonly explanation: DecisionExplanation }): ReactNode {
  const text = useText('ui');
  return (
    <tr className={row.matched ? 'fs-row-matched' : undefined}>
      <th scope="row">
        {row.index + 1} {row.matched ? <strong>{text('explain.matched')}</strong> : <span>{text('explain.notMatched')}</span>}
      </th>
      {row.cells.map((cell, at) => (
        <td key={explanation.inputs[at]?.expression ?? at}>
          <span className={cell.holds ? 'fs-holds' : 'fs-fails'} aria-label={text(cell.holds ? 'explain.holds' : 'explain.fails')}>
            {cell.holds ? '✓' : '✗'}
          </span>{' '}
          {cellText(cell.text, text)}
        </td>
      ))}
      <td>{row.matched ? valueText(row.outputs as Json, text) : ''}</td>
      <td>{row.annotation}</td>
    </tr>
  );
}

function Head({ explanation }: { readonly explanation: DecisionExplanation }): ReactNode {
  const text = useText('ui');
  return (
    <thead>
      <tr>
        <th scope="col">{text('explain.row')}</th>
        {explanation.inputs.map((input) => (
          <th scope="col" key={input.expression}>
            {input.label}
            <div className="fs-case-value">{text('explain.caseValue', { value: valueText(input.value, text) })}</div>
          </th>
        ))}
        <th scope="col">{text('explain.result')}</th>
        <th scope="col">{text('explain.basis')}</th>
      </tr>
    </thead>
  );
}

/**
 * Why a decision table came out as it did: matched rows green, every cell with ✓ or ✗ against the value of the case.
 * Rows that did not match are folded away. The server made the trace; this only paints it.
 */
export function ExplanationTable({ explanation }: { readonly explanation: DecisionExplanation }): ReactNode {
  const text = useText('ui');
  const [showsAll, setShowsAll] = useState(false);
  const matched = explanation.rows.filter((row) => row.matched);
  const hidden = explanation.rows.length - matched.length;
  const rows = showsAll ? explanation.rows : matched;
  return (
    <section className="fs-explanation">
      <h3>{explanation.decisionName}</h3>
      {matched.length === 0 ? <p>{text('explain.noneMatched')}</p> : null}
      <div className="fs-table" role="region" aria-label={explanation.decisionName} tabIndex={0}>
        {explanation.inputs.length > 0 && rows.length > 0 ? (
          <table>
            <Head explanation={explanation} />
            <tbody>
              {rows.map((row) => (
                <RowView key={row.ruleId} row={row} explanation={explanation} />
              ))}
            </tbody>
          </table>
        ) : null}
      </div>
      {hidden > 0 ? (
        <Button type="link" onClick={() => setShowsAll(!showsAll)} aria-expanded={showsAll}>
          {showsAll ? text('explain.fold') : text('explain.unfold', { n: hidden })}
        </Button>
      ) : null}
      {explanation.required.map((required) => (
        <ExplanationTable key={required.decisionId} explanation={required} />
      ))}
    </section>
  );
}
