import './review.css';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Json } from '@fashen/plugin-api';
import { type CasePartProps, ExplanationTable, StateView, useSession, useText, valueText, type WirePage } from '@fashen/ui';
import type { CaseReviewReply, EvaluationView as Evaluation, ParameterVersion } from '../model';
import { GateState } from './GateState';
import { OpinionView } from './OpinionView';
import { useCaseReview } from './review-requests';

/** Why the case must be reviewed, with the rule rows that say so, and what reviewers have said so far. */
export function BasisPanel({ caseId, view }: CasePartProps): ReactNode {
  const text = useText('legal-review');
  const review = useCaseReview(caseId, view.instance.revision);
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
          <h3>{text('basis.opinions')}</h3>
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
      <ParameterValues evaluation={evaluation} />
      <details className="fs-why">
        <summary>{text('basis.why')}</summary>
        {[...evaluation.explanation, ...evaluation.hearingExplanation].map((explanation, at) => (
          <ExplanationTable key={`${explanation.decisionId}-${at}`} explanation={explanation} />
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

/** The figures the case was judged by; read when somebody wants to see them. */
function ParameterValues({ evaluation }: { readonly evaluation: Evaluation }): ReactNode {
  const text = useText('legal-review');
  const kitText = useText('ui');
  const { api } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const { code, version } = evaluation.parameters;
  const versions = useQuery({
    queryKey: ['parameter-versions', code],
    queryFn: ({ signal }) => api.get<WirePage<ParameterVersion>>(`/parameter-sets/${code}/versions`, signal),
    enabled: isOpen,
  });
  const set = versions.data?.items.find((candidate) => candidate.version === version);
  return (
    <details className="fs-why" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{text('basis.parameters', { name: code, n: version })}</summary>
      {isOpen ? (
        <StateView state={versions} rows={4}>
          {() => (
            <dl>
              {Object.entries(set?.values ?? {}).map(([key, value]) => (
                <div key={key}>
                  <dt>{text(`parameter.${key}`)}</dt>
                  <dd>{valueText(value as Json, kitText)}</dd>
                </div>
              ))}
            </dl>
          )}
        </StateView>
      ) : null}
    </details>
  );
}
