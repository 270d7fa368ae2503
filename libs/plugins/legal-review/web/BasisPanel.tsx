import './review.css';
import type { ReactNode } from 'react';
import type { Json } from '@fashen/plugin-api';
import { type CasePartProps, ExplanationTable, PRINT_WHOLE, StateView, useText, valueText } from '@fashen/ui';
import type { CaseReviewReply, EvaluationView as Evaluation } from '../model';
import { GateState } from './GateState';
import { OpinionView } from './OpinionView';
import { useCaseReview } from './review-requests';
import { useReviewWords } from './review-words';

/** Why the case must be reviewed, with the rule rows that say so, and what reviewers have said so far. */
export function BasisPanel({ caseId, view }: CasePartProps): ReactNode {
  const text = useText('legal-review');
  const review = useCaseReview(caseId, view.instance.revision);
  if (review.data?.isReviewed === false) return null;
  return (
    <section className="fs-basis fs-paper" aria-label={text('basis.title')}>
      <header className="fs-card-head">
        <h2>{text('basis.title')}</h2>
      </header>
      <StateView state={review} rows={3}>
        {() => (review.data ? <Basis review={review.data} /> : null)}
      </StateView>
    </section>
  );
}

function Basis({ review }: { readonly review: CaseReviewReply }): ReactNode {
  const text = useText('legal-review');
  return (
    <>
      {review.evaluation ? <EvaluationView evaluation={review.evaluation} /> : <p className="fs-secondary">{text('basis.notYet')}</p>}
      {review.evaluation ? <GateState gate={review.gate} /> : null}
      {review.opinions.length > 0 ? (
        <>
          <h3 className="fs-basis-opinions">{text('basis.opinions')}</h3>
          {review.opinions.map((opinion) => (
            <OpinionView key={opinion.id} opinion={opinion} presentHash={review.draft?.hash} />
          ))}
        </>
      ) : null}
    </>
  );
}

function EvaluationView({ evaluation }: { readonly evaluation: Evaluation }): ReactNode {
  const text = useText('legal-review');
  const words = useReviewWords();
  const { result } = evaluation;
  return (
    <>
      <p className="fs-basis-result">
        <span className={`fs-tag ${result.inCatalog ? '' : 'fs-tag-quiet'}`}>
          {text(result.inCatalog ? 'basis.inCatalog' : 'basis.notInCatalog')}
        </span>
        <span className="fs-tag">{text(`depth.${result.depth}`)}</span>
        {result.collective ? <span className="fs-tag">{text('basis.collective')}</span> : null}
        {result.filing ? <span className="fs-tag">{text('basis.filing')}</span> : null}
        {result.hearingRight && result.hearingRight !== 'NONE' ? (
          <span className="fs-tag">{text(`hearing.${result.hearingRight}`)}</span>
        ) : null}
        {result.reviewDays ? <span className="fs-secondary">{text('basis.days', { n: result.reviewDays })}</span> : null}
      </p>
      <Items items={result.items} />
      <ParameterValues set={evaluation.parameterSet} />
      <details className={`fs-why ${PRINT_WHOLE}`}>
        <summary>{text('basis.why')}</summary>
        {evaluation.explanations.map((explanation, at) => (
          <ExplanationTable key={`${explanation.decisionId}-${at}`} explanation={explanation} words={words} />
        ))}
      </details>
    </>
  );
}

function Items({ items }: { readonly items: Evaluation['result']['items'] }): ReactNode {
  return (
    <ul className="fs-basis-items">
      {items.map((item) => (
        <li key={item.code}>
          <strong>{item.code}</strong> {item.title}
        </li>
      ))}
    </ul>
  );
}

/** The figures the case was judged by. */
function ParameterValues({ set }: { readonly set: Evaluation['parameterSet'] }): ReactNode {
  const text = useText('legal-review');
  const kitText = useText('ui');
  const { word } = useReviewWords();
  return (
    <details className={`fs-why ${PRINT_WHOLE}`}>
      <summary>{text('basis.parameters', { name: set.name, n: set.version })}</summary>
      <dl>
        {Object.entries(set.values).map(([key, value]) => (
          <div key={key}>
            <dt>{text(`parameter.${key}`)}</dt>
            <dd>{valueText(value as Json, kitText, word)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
