import './form.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  type CaseContentProps,
  dayTimeText,
  EmptyView,
  PersonName,
  PRINT_WHOLE,
  StateView,
  useSession,
  useText,
  valueText,
  type Wire,
} from '@fashen/ui';
import type { CaseContentReply, ContentSection } from '../model';

/** What people have filled in so far, step by step. The latest step is open, earlier ones are folded away. */
export function CaseContent({ caseId, revision }: CaseContentProps): ReactNode {
  const { api } = useSession();
  const text = useText('form');
  const content = useQuery({
    queryKey: ['case', caseId, 'content', revision],
    queryFn: ({ signal }) => api.get<Wire<CaseContentReply>>(`/cases/${caseId}/content`, signal),
    placeholderData: (before) => before,
  });
  const sections = content.data?.sections ?? [];
  return (
    <section className="fs-content" aria-label={text('content.title')}>
      <h2>{text('content.title')}</h2>
      <StateView state={content} rows={3} empty={sections.length === 0 ? <EmptyView>{text('content.none')}</EmptyView> : undefined}>
        {() =>
          sections.map((section, index) => (
            <Section key={section.title + section.at} section={section} isOpen={index === sections.length - 1} />
          ))
        }
      </StateView>
    </section>
  );
}

function Section({ section, isOpen }: { readonly section: Wire<ContentSection>; readonly isOpen: boolean }): ReactNode {
  const kitText = useText('ui');
  const { title, personId, personName, at, fields } = section;
  return (
    <details open={isOpen} className={PRINT_WHOLE}>
      <summary>
        {title}{' '}
        <span className="fs-secondary">
          {personId ? <PersonName id={personId} {...(personName && { name: personName })} /> : null} {dayTimeText(at)}
        </span>
      </summary>
      <dl>
        {fields.map(({ key, label, value, unit }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              {valueText(value, kitText)}
              {unit ? ` ${unit}` : null}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
