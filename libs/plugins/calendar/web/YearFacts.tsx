import type { ReactNode } from 'react';
import { dayTimeText, HashBadge, useText } from '@fashen/ui';
import type { CalendarVersionReply, YearReply } from '../model';

/** Where the days of a year come from: source, version, who published it and why. */
export function YearFacts({ reply }: { readonly reply: YearReply }): ReactNode {
  const text = useText('calendar');
  const { year, workingDays, state, own, bureau } = reply;
  return (
    <section className="fs-paper fs-calendar-facts">
      {state ? (
        <>
          <p>
            <strong>{text('workingDays', { count: workingDays ?? 0 })}</strong> · {text('source', { source: state.source })}
          </p>
          <VersionLine version={state} />
        </>
      ) : (
        <p role="status" className="fs-calendar-missing">
          <span aria-hidden="true">▲ </span>
          {text('notLoaded', { year })}
        </p>
      )}
      {bureau && own ? (
        <>
          <p>
            <strong>{text('own', { bureau: bureau.name })}</strong> · {text('source', { source: own.source })}
          </p>
          <VersionLine version={own} />
        </>
      ) : null}
      {bureau && !own ? <p className="fs-secondary">{text('own.none', { bureau: bureau.name })}</p> : null}
    </section>
  );
}

function VersionLine({ version }: { readonly version: CalendarVersionReply }): ReactNode {
  const text = useText('calendar');
  const name = version.publishedByName ?? text('system');
  return (
    <p className="fs-calendar-version">
      <span className="fs-tag fs-tag-good">{text('version', { version: version.version })}</span>
      <span>{text('publishedBy', { name, at: dayTimeText(version.publishedAt) })}</span>
      <span className="fs-secondary">{text('because', { reason: version.reason })}</span>
      <HashBadge kind="SHA-256" value={version.hash} />
    </p>
  );
}
