import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type CasePartProps, useText } from '@fashen/ui';
import { type CaseLink, originOf, successorOf } from '../model';

/** In the head of a case: the case as which it went on, or from which it came. */
export function SuccessionNote({ view }: CasePartProps): ReactNode {
  const { variables } = view.instance;
  const [successor, origin] = [successorOf(variables), originOf(variables)];
  return (
    <>
      {successor ? <LinkLine textKey="case.continuedAs" link={successor} /> : null}
      {origin ? <LinkLine textKey="case.continuedFrom" link={origin} /> : null}
    </>
  );
}

function LinkLine({ textKey, link }: { readonly textKey: string; readonly link: CaseLink }): ReactNode {
  const text = useText('case-file');
  return (
    <p className="fs-succession">
      {text(textKey)} <Link to={`/cases/${link.caseId}`}>{link.number}</Link>
    </p>
  );
}
