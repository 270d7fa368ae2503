import type { ReactNode } from 'react';
import type { Json } from '@fashen/plugin-api';
import { HashBadge, useText } from '@fashen/ui';
import type { RecordEntryReply } from '../model';

/** Reason, changes and hashes of one entry; folded until somebody asks. */
export function EntryDetail({ entry }: { readonly entry: RecordEntryReply }): ReactNode {
  const text = useText('record');
  return (
    <>
      {entry.reason ? <p>{text('line.reason', { reason: entry.reason })}</p> : null}
      <details className="fs-entry">
        <summary>{text('line.detail', { seq: entry.seq })}</summary>
        <PlainValue name={text('entry.rule')} value={entry.ruleId} />
        <PlainValue name={text('entry.payload')} value={entry.payload} />
        <PlainValue name={text('entry.before')} value={entry.before} />
        <PlainValue name={text('entry.after')} value={entry.after} />
        <HashBadge kind="SHA-256" value={entry.sha256} />
        <HashBadge kind="SM3" value={entry.sm3} />
      </details>
    </>
  );
}

function PlainValue({ name, value }: { readonly name: string; readonly value?: Json }): ReactNode {
  if (value === undefined || value === null) return null;
  return (
    <div>
      <span className="fs-secondary">{name}</span>
      <pre>{JSON.stringify(value, undefined, 1)}</pre>
    </div>
  );
}
