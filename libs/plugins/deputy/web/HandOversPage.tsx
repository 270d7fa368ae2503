import './deputy.css';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { dayTimeText, EmptyView, PageHead, StateView, useOperation, useText } from '@fashen/ui';
import type { HandOverReply, NewHandOver } from '../model';
import { othersOf } from './hand-over.rules';
import { useHandOvers } from './hand-over-requests';
import { HandOverForm } from './HandOverForm';
import { HandOverPreview } from './HandOverPreview';
import { useRoleName } from './use-role-name';

/** Who leaves, who takes over: choose, look at what will happen, begin. Below, the earlier ones. */
export function HandOversPage(): ReactNode {
  const text = useText('deputy');
  const navigate = useNavigate();
  const operation = useOperation<NewHandOver, HandOverReply>('/hand-overs');
  const [body, setBody] = useState<NewHandOver>();
  const movable = othersOf(operation.seen?.result.items ?? []).length;
  const look = (next: NewHandOver): void => {
    setBody(next);
    operation.preview.mutate(next);
  };
  const begin = (): void => {
    if (body) operation.run.mutate(body, { onSuccess: ({ result }) => void navigate(`/hand-overs/${result.id}`) });
  };
  return (
    <div className="fs-page fs-deputies">
      <PageHead title={text('handOver.title')} note={text('handOver.note')} />
      <section className="fs-paper fs-deputy-list" aria-labelledby="fs-hand-over-who">
        <h2 id="fs-hand-over-who">{text('handOver.step.who')}</h2>
        <HandOverForm operation={operation} onLook={look} />
      </section>
      {operation.seen ? (
        <section className="fs-paper fs-deputy-list" aria-labelledby="fs-hand-over-preview">
          <h2 id="fs-hand-over-preview">{text('handOver.step.preview')}</h2>
          <HandOverPreview reply={operation.seen.result} />
          <Button type="primary" disabled={operation.seen.result.total === 0} loading={operation.run.isPending} onClick={begin}>
            {text(movable > 0 ? 'handOver.start' : 'handOver.startNone', { n: movable })}
          </Button>
        </section>
      ) : null}
      <Earlier />
    </div>
  );
}

function Earlier(): ReactNode {
  const text = useText('deputy');
  const found = useHandOvers();
  const items = found.data?.items ?? [];
  return (
    <section className="fs-paper fs-deputy-list" aria-labelledby="fs-hand-over-earlier">
      <h2 id="fs-hand-over-earlier">{text('handOver.earlier')}</h2>
      <StateView state={found} empty={items.length === 0 ? <EmptyView>{text('handOver.none')}</EmptyView> : undefined}>
        {() => (
          <ul>
            {items.map((one) => (
              <EarlierLine key={one.id} one={one} />
            ))}
          </ul>
        )}
      </StateView>
    </section>
  );
}

function EarlierLine({ one }: { readonly one: HandOverReply }): ReactNode {
  const text = useText('deputy');
  const roleName = useRoleName();
  const { total, pending, exceptions, leaverName: leaver } = one;
  const successor = one.successorName ?? roleName(one.successorRole ?? '');
  return (
    <li className="fs-deputy-rule">
      <div className="fs-deputy-words">
        <Link to={`/hand-overs/${one.id}`}>{text('handOver.line', { leaver, successor })}</Link>
        <span className="fs-secondary">
          {dayTimeText(one.createdAt)} · {one.reason} · {text('handOver.progress', { done: total - pending, total })}
        </span>
      </div>
      {exceptions > 0 ? <span className="fs-tag fs-tag-bad">{text('handOver.toWorkOff', { n: exceptions })}</span> : null}
    </li>
  );
}
