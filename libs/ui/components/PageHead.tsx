import { type ReactNode, useEffect } from 'react';
import { usePageTitle } from '../page-title';

/** Title of a page with its actions. Also names the browser tab. */
export function PageHead(props: { readonly title: string; readonly note?: ReactNode; readonly actions?: ReactNode }): ReactNode {
  usePageTitle(props.title);
  useEffect(() => {
    document.getElementById('main')?.scrollTo(0, 0);
  }, []);
  return (
    <header className="fs-page-head">
      <div className="fs-page-head-words">
        <h1>{props.title}</h1>
        {props.note ? <div className="fs-secondary">{props.note}</div> : null}
      </div>
      {props.actions ? <div className="fs-page-head-actions">{props.actions}</div> : null}
    </header>
  );
}
