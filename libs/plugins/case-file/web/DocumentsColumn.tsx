import { type ReactNode, Suspense } from 'react';
import { type CasePartProps, LoadingView, usePart, useText } from '@fashen/ui';

/** The documents of the case, drawn by whichever plugin keeps them. */
export function DocumentsColumn(props: CasePartProps): ReactNode {
  const text = useText('case-file');
  const Documents = usePart('caseDocuments');
  return (
    <div className="fs-column fs-paper" data-column="1" tabIndex={-1} aria-label={text('case.documents')} role="group">
      {Documents ? (
        <Suspense fallback={<LoadingView />}>
          <Documents {...props} />
        </Suspense>
      ) : null}
    </div>
  );
}
