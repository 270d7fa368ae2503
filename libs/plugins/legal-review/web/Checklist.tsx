import { Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';
import type { CheckResult } from '../model';
import type { AskedItem, ReviewForm, ReviewProblem } from './review-form.rules';

const results: readonly CheckResult[] = ['OK', 'REMARK', 'DEFECT', 'BLOCK', 'NA'];

interface Answer {
  readonly result?: CheckResult;
  readonly note: string;
}

/** The items of the review. None is answered in advance. */
export function Checklist(props: {
  readonly items: readonly AskedItem[];
  readonly form: ReviewForm;
  readonly problems: readonly ReviewProblem[];
  readonly onAnswer: (code: string, answer: Answer) => void;
}): ReactNode {
  const text = useText('legal-review');
  const done = props.items.filter((item) => props.form.answers[item.code]?.result).length;
  return (
    <section className="fs-checklist" aria-label={text('checklist.title')}>
      <h3>
        {text('checklist.title')} <span className="fs-secondary">{text('checklist.done', { n: done, of: props.items.length })}</span>
      </h3>
      <ol>
        {props.items.map((item) => (
          <li key={item.code}>
            <Item
              item={item}
              answer={props.form.answers[item.code] ?? { note: '' }}
              problems={props.problems.filter((problem) => problem.field === item.code)}
              onAnswer={(answer) => props.onAnswer(item.code, answer)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Item(props: {
  readonly item: AskedItem;
  readonly answer: Answer;
  readonly problems: readonly ReviewProblem[];
  readonly onAnswer: (answer: Answer) => void;
}): ReactNode {
  const text = useText('legal-review');
  const { item, answer } = props;
  return (
    <fieldset id={`fs-review-${item.code}`} className={`fs-item${props.problems.length > 0 ? ' fs-item-wrong' : ''}`}>
      <legend>
        <span className="fs-item-code">{item.code}</span> {item.title}{' '}
        {item.required ? null : <span className="fs-secondary">{text('checklist.optional')}</span>}
      </legend>
      <p className="fs-secondary">{item.whatToCheck}</p>
      <Radio.Group
        className="fs-item-results"
        value={answer.result ?? null}
        onChange={(event) => props.onAnswer({ ...answer, result: event.target.value as CheckResult })}
        options={results.map((value) => ({ value, label: text(`result.${value}`) }))}
      />
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={2_000}
        value={answer.note}
        placeholder={text('checklist.note')}
        aria-label={text('checklist.noteOf', { code: item.code })}
        onChange={(event) => props.onAnswer({ ...answer, note: event.target.value })}
      />
      {props.problems.map((problem) => (
        <p key={problem.problem} className="fs-problem">
          {text(`problem.${problem.problem}`)}
        </p>
      ))}
    </fieldset>
  );
}
