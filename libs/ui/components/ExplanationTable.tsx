import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { DecisionExplanation, Json } from '@fashen/plugin-api';
import { type Condition, conditionsOf, decidingRows, knownValues, readableTest } from '../explanation.rules';
import { type Text, useText } from '../texts';

type Row = DecisionExplanation['rows'][number];

/** Words of the plugin that owns the table, for codes and results. `undefined` means: no word of its own. */
export interface ExplanationWords {
  readonly word?: (code: string) => string | undefined;
  readonly outputName?: (name: string) => string | undefined;
}

/** A value as a clerk reads it: no quotes, thousands apart, yes and no in words. */
export function valueText(value: Json | undefined, text: Text, word?: ExplanationWords['word']): string {
  if (value === null || value === undefined) return text('value.none');
  if (typeof value === 'boolean') return text(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return value.toLocaleString('en-US');
  if (typeof value === 'string') return word?.(value) ?? value;
  return partsOf(value, (part) => valueText(part, text, word)).join(text('listMark')) || text('value.none');
}

function partsOf(value: object, show: (part: Json | undefined) => string): readonly string[] {
  if (Array.isArray(value)) return value.map((item: Json) => show(item));
  return Object.entries(value).map(([key, item]) => `${key} = ${show(item as Json)}`);
}

/**
 * Why a decision table came out as it did: each row that decided, in green, with its conditions against the values of the case.
 * Rows that did not match are folded away and say which condition failed. The server made the trace; this only paints it.
 */
export function ExplanationTable({
  explanation,
  words,
}: {
  readonly explanation: DecisionExplanation;
  readonly words?: ExplanationWords;
}): ReactNode {
  const text = useText('ui');
  const [showsAll, setShowsAll] = useState(false);
  const deciding = decidingRows(explanation);
  const others = explanation.rows.filter((row) => !deciding.includes(row));
  const known = knownValues(explanation);
  const shared = { explanation, words, read: (test: string) => readableTest(test, known, (value) => valueText(value, text, words?.word)) };
  return (
    <section className="fs-explanation">
      <h3>{explanation.decisionName}</h3>
      {deciding.length === 0 ? <p>{text('explain.noneMatched')}</p> : null}
      {deciding.map((row) => (
        <DecidingRow key={row.ruleId} row={row} {...shared} />
      ))}
      {others.length > 0 ? (
        <Button type="link" size="small" onClick={() => setShowsAll(!showsAll)} aria-expanded={showsAll}>
          {showsAll ? text('explain.fold') : text('explain.unfold', { n: others.length })}
        </Button>
      ) : null}
      {showsAll ? (
        <ul className="fs-other-rows">
          {others.map((row) => (
            <OtherRow key={row.ruleId} row={row} {...shared} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

interface RowProps {
  readonly row: Row;
  readonly explanation: DecisionExplanation;
  readonly words?: ExplanationWords;
  readonly read: (test: string) => string;
}

function DecidingRow({ row, explanation, words, read }: RowProps): ReactNode {
  const text = useText('ui');
  const conditions = conditionsOf(row, explanation);
  const open = explanation.inputs.length - conditions.length;
  return (
    <article className="fs-rule">
      <header>
        <strong>✓ {text('explain.matchedRow', { n: row.index })}</strong> <Outputs row={row} words={words} />
      </header>
      {conditions.length > 0 ? (
        <div className="fs-table">
          <table>
            <thead>
              <tr>
                {(['condition', 'requirement', 'case', 'verdict'] as const).map((name) => (
                  <th scope="col" key={name}>
                    {text(`explain.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {conditions.map((condition) => (
                <tr key={condition.label}>
                  <th scope="row">{condition.label}</th>
                  <td>{read(condition.requirement)}</td>
                  <td>{valueText(condition.value, text, words?.word)}</td>
                  <td>
                    <Verdict condition={condition} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {open > 0 ? <p className="fs-secondary">{text('explain.openConditions', { n: open })}</p> : null}
      {row.annotation ? <p>{text('explain.article', { article: row.annotation })}</p> : null}
    </article>
  );
}

function Verdict({ condition }: { readonly condition: Condition }): ReactNode {
  const text = useText('ui');
  return (
    <span className={condition.holds ? 'fs-holds' : 'fs-fails'}>
      <span aria-hidden="true">{condition.holds ? '✓ ' : '✗ '}</span>
      {text(condition.holds ? 'explain.holds' : 'explain.fails')}
    </span>
  );
}

/** Results that have a name of their own are named; the others are shown as they are, in one line. */
function Outputs({ row, words }: Pick<RowProps, 'row' | 'words'>): ReactNode {
  const text = useText('ui');
  const entries = Object.entries(row.outputs).filter(([, value]) => value !== undefined && value !== null && value !== false);
  const plain = entries.flatMap(([name, value]) => (words?.outputName?.(name) ? [] : [valueText(value, text, words?.word)]));
  const named = entries.flatMap(([name, value]) => {
    const label = words?.outputName?.(name);
    if (!label) return [];
    return [value === true ? label : text('explain.output', { name: label, value: valueText(value, text, words?.word) })];
  });
  return <span>{[...plain, ...named].join(' · ')}</span>;
}

function OtherRow({ row, explanation, words, read }: RowProps): ReactNode {
  const text = useText('ui');
  const failed = conditionsOf(row, explanation).filter((condition) => !condition.holds);
  return (
    <li>
      <span className="fs-secondary">{text(row.matched ? 'explain.alsoMatched' : 'explain.otherRow', { n: row.index })}</span>{' '}
      <Outputs row={row} words={words} />
      <ul>
        {failed.map((condition) => (
          <li key={condition.label}>
            <span className="fs-fails" aria-label={text('explain.fails')}>
              ✗
            </span>{' '}
            {text('explain.failed', {
              label: condition.label,
              requirement: read(condition.requirement),
              value: valueText(condition.value, text, words?.word),
            })}
          </li>
        ))}
      </ul>
    </li>
  );
}
