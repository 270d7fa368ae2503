import './opinion.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type CasePartProps, dayTimeText, ErrorView, PersonName, useHasText, useSession, useText } from '@fashen/ui';
import type { OpinionReply } from '../model';
import { CitedClauses } from './CitedClauses';
import { CorrectionDialog } from './CorrectionDialog';
import { entriesOf, type OpinionEntry } from './opinion-list.rules';
import { SignatureState } from './SignatureState';

/** What those who handled the case have said, step by step, and whether their signatures hold. Draws nothing before the first opinion. */
export function OpinionsPanel({ caseId, view }: CasePartProps): ReactNode {
  const text = useText('opinion');
  const { api } = useSession();
  const opinions = useQuery({
    queryKey: ['case', caseId, 'opinions', view.instance.revision],
    queryFn: ({ signal }) => api.get<readonly OpinionReply[]>(`/cases/${caseId}/opinions`, signal),
    placeholderData: (before) => before,
  });
  const entries = entriesOf(opinions.data ?? []);
  if (entries.length === 0 && !opinions.error) return null;
  return (
    <section className="fs-opinions fs-paper" aria-label={text('opinions.title')}>
      <header className="fs-card-head">
        <h2>{text('opinions.title')}</h2>
        <span className="fs-secondary">{text('opinions.count', { n: entries.length })}</span>
      </header>
      {opinions.error ? <ErrorView error={opinions.error} onRetry={() => void opinions.refetch()} /> : null}
      <ol>
        {entries.map((entry) => (
          <EntryView key={entry.latest.id} entry={entry} view={view} />
        ))}
      </ol>
    </section>
  );
}

function EntryView({ entry, view }: { readonly entry: OpinionEntry; readonly view: CasePartProps['view'] }): ReactNode {
  const text = useText('opinion');
  const { person } = useSession();
  const [isCorrecting, setIsCorrecting] = useState(false);
  const { latest, earlier } = entry;
  return (
    <li>
      <Head opinion={latest} />
      <Words opinion={latest} />
      {latest.signatureId === undefined && earlier.some(({ signatureId }) => signatureId) ? (
        <p className="fs-secondary">{text('verify.unsignedVersion')}</p>
      ) : null}
      {earlier.length > 0 ? (
        <div className="fs-opinion-earlier">
          <p className="fs-secondary">{text('opinions.corrected', { no: earlier.length + 1, reason: latest.reason ?? '' })}</p>
          {earlier.map((one, index) => (
            <div key={one.id}>
              <p className="fs-secondary">{text('opinions.version', { no: index + 1, at: dayTimeText(one.submittedAt) })}</p>
              <Words opinion={one} />
            </div>
          ))}
        </div>
      ) : null}
      {latest.personId === person.id ? (
        <Button size="small" type="link" className="fs-no-print fs-opinion-correct" onClick={() => setIsCorrecting(true)}>
          {text('correct.open')}
        </Button>
      ) : null}
      {isCorrecting ? <CorrectionDialog opinion={latest} caseId={view.instance.id} onClose={() => setIsCorrecting(false)} /> : null}
    </li>
  );
}

function Head({ opinion }: { readonly opinion: OpinionReply }): ReactNode {
  const text = useText('opinion');
  const hasText = useHasText();
  const { personId, personName, onBehalfOf, onBehalfOfName, nodeName, submittedAt, result } = opinion;
  const resultKey = `result.${result ?? ''}`;
  return (
    <p className="fs-opinion-head">
      <strong>
        <PersonName id={personId} name={personName} />
      </strong>
      {onBehalfOf ? <span>{text('opinions.onBehalf', { name: onBehalfOfName ?? onBehalfOf })}</span> : null}
      <span>{nodeName}</span>
      <span className="fs-secondary">{dayTimeText(submittedAt)}</span>
      {result ? <span className="fs-tag">{hasText('opinion', resultKey) ? text(resultKey) : result}</span> : null}
    </p>
  );
}

/** The words of one version, and the signature that was given for exactly these. */
function Words({ opinion: { text: said, clauses, citations, signatureId } }: { readonly opinion: OpinionReply }): ReactNode {
  return (
    <>
      <p className="fs-said">{said}</p>
      <CitedClauses clauses={clauses} {...(citations && { citations })} />
      {signatureId ? <SignatureState signatureId={signatureId} /> : null}
    </>
  );
}
