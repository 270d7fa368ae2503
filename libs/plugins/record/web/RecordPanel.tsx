import './record.css';
import { useQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import {
  asApiError,
  type CaseRecordProps,
  dayTimeText,
  EmptyView,
  MoreButton,
  RecordTimeline,
  StateView,
  type TimelineLine,
  useErrorText,
  useHasText,
  usePagedList,
  useSession,
  useText,
  useTextOf,
} from '@fashen/ui';
import type { RecordEntryReply, Verification } from '../model';
import { EntryDetail } from './EntryDetail';
import { factsOf, isShown, type RecordFilter } from './record-line.rules';

const filters: readonly RecordFilter[] = ['main', 'decisions', 'all'];

/** The record of a case, oldest first, with the result of checking its hash chain. */
export function RecordPanel({ caseId, view, selectedNodeId, onSelectNode }: CaseRecordProps): ReactNode {
  const text = useText('record');
  const [filter, setFilter] = useState<RecordFilter>('main');
  const list = usePagedList<RecordEntryReply>(`/cases/${caseId}/record`, { limit: 200 }, view.instance.revision);
  const lineOf = useLine(view, { selectedNodeId, onSelectNode });
  const lines = list.items.filter((entry) => isShown(entry, filter)).map(lineOf);
  const state = {
    isPending: list.query.isPending,
    error: list.items.length > 0 ? undefined : list.query.error,
    refetch: list.query.refetch,
  };
  return (
    <section className="fs-record" aria-label={text('title')}>
      <header className="fs-card-head">
        <h2>{text('title')}</h2>
        <VerificationMark caseId={caseId} revision={view.instance.revision} />
      </header>
      <Radio.Group
        className="fs-record-filter fs-no-print"
        size="small"
        optionType="button"
        value={filter}
        onChange={(event) => setFilter(event.target.value as RecordFilter)}
        options={filters.map((value) => ({ value, label: text(`filter.${value}`) }))}
        aria-label={text('filter')}
      />
      <StateView state={state} empty={lines.length === 0 ? <EmptyView>{text('none')}</EmptyView> : undefined}>
        {() => (
          <>
            <RecordTimeline lines={lines} label={text('title')} />
            <MoreButton list={list} />
          </>
        )}
      </StateView>
    </section>
  );
}

function useLine(
  view: CaseRecordProps['view'],
  { selectedNodeId, onSelectNode }: Pick<CaseRecordProps, 'selectedNodeId' | 'onSelectNode'>,
): (entry: RecordEntryReply) => TimelineLine {
  const text = useText('record');
  const names = new Map(view.tasks.map(({ nodeId, nodeName }) => [nodeId, nodeName]));
  const actText = useActText(names);
  return (entry) => {
    const facts = factsOf(entry);
    const step = facts.nodeName ?? names.get(facts.nodeId ?? '');
    const isMarked = facts.nodeId !== undefined && facts.nodeId === selectedNodeId;
    const actor = entry.onBehalfOf
      ? text('line.onBehalf', { name: entry.actorName, other: entry.onBehalfOfName ?? entry.onBehalfOf })
      : entry.actorName;
    const words = step ? text('line.step', { actor, step, act: actText(entry) }) : text('line', { actor, act: actText(entry) });
    return {
      key: String(entry.seq),
      time: dayTimeText(entry.at),
      isoTime: entry.at,
      text: words,
      tone: facts.tone,
      isMarked,
      detail: <EntryDetail entry={entry} />,
      onSelect: facts.nodeId ? () => onSelectNode(isMarked ? undefined : facts.nodeId) : undefined,
    };
  };
}

/** The words of an act: every plugin names its events, by what was chosen where that has a text; an unknown one is shown by its code. */
function useActText(names: ReadonlyMap<string, string>): (entry: RecordEntryReply) => string {
  const hasText = useHasText();
  const textOf = useTextOf();
  return (entry) => {
    const { pluginId, eventName, choice, clock, toNodeId } = factsOf(entry);
    const key = [`event.${eventName}.${choice}`, `event.${eventName}`].find((one) => hasText(pluginId, one));
    return key ? textOf(pluginId, key, { clock, to: names.get(toNodeId ?? '') ?? toNodeId }) : entry.act;
  };
}

function VerificationMark({ caseId, revision }: { readonly caseId: string; readonly revision: number }): ReactNode {
  const { api } = useSession();
  const text = useText('record');
  const errorText = useErrorText();
  const check = useQuery({
    queryKey: ['record-verification', caseId, revision],
    queryFn: ({ signal }) => api.get<Verification>(`/cases/${caseId}/record/verification`, signal),
    staleTime: Infinity,
  });
  return (
    <span className="fs-verification" role="status">
      {check.error ? <span className="fs-tag fs-tag-bad">{errorText(asApiError(check.error))}</span> : null}
      {check.data?.broken ? (
        <span className="fs-tag fs-tag-bad">
          ✗ {text('verify.broken', { seq: check.data.broken.seq, kind: text(`kind.${check.data.broken.kind}`) })}
        </span>
      ) : null}
      {check.data && !check.data.broken ? (
        <span className="fs-tag fs-tag-good">✓ {text('verify.holds', { rows: check.data.rows })}</span>
      ) : null}
      <Button className="fs-no-print" size="small" type="link" loading={check.isFetching} onClick={() => void check.refetch()}>
        {text('verify')}
      </Button>
    </span>
  );
}
