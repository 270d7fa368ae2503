import './deputy.css';
import { Progress } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { dayTimeText, PageHead, StateView, useText } from '@fashen/ui';
import type { HandOverReply } from '../model';
import { exceptionsOf, othersOf, standingKey } from './hand-over.rules';
import { useHandOver } from './hand-over-requests';
import { HandOverItems } from './HandOverItems';
import { ItemActs } from './ItemActs';
import { useRoleName } from './use-role-name';

/** One hand-over: how far it is, what became of each entry, and the exceptions to work off. */
export function HandOverPage(): ReactNode {
  const { handOverId = '' } = useParams();
  const found = useHandOver(handOverId);
  return (
    <div className="fs-page fs-deputies">
      <StateView state={found} rows={8}>
        {() => (found.data ? <Result reply={found.data} /> : null)}
      </StateView>
    </div>
  );
}

function Result({ reply }: { readonly reply: HandOverReply }): ReactNode {
  const text = useText('deputy');
  const roleName = useRoleName();
  const { id, total, pending, leaverName: leaver, reason, createdAt } = reply;
  const successor = reply.successorName ?? roleName(reply.successorRole ?? '');
  const done = total - pending;
  const exceptions = exceptionsOf(reply.items);
  const given = reply.items.filter(({ state }) => state === 'DONE');
  return (
    <>
      <PageHead
        title={`${text('handOver.title')} · ${text('handOver.line', { leaver, successor })}`}
        note={`${dayTimeText(createdAt)} · ${reason}`}
        actions={<Link to="/hand-overs">{text('handOver.another')}</Link>}
      />
      <section className="fs-paper fs-deputy-list" aria-label={text('handOver.title')}>
        <p role="status">{text(standingKey(reply), { done, total, given: given.length, n: exceptions.length })}</p>
        <Progress percent={total === 0 ? 100 : Math.floor((done * 100) / total)} status={pending > 0 ? 'active' : 'normal'} />
      </section>
      <section className="fs-paper fs-deputy-list" aria-labelledby="fs-hand-over-exceptions">
        <h2 id="fs-hand-over-exceptions">{text('handOver.exceptions', { n: exceptions.length })}</h2>
        {exceptions.length === 0 ? (
          <p className="fs-secondary">{text(pending > 0 ? 'handOver.waiting' : 'handOver.noExceptions')}</p>
        ) : null}
        <HandOverItems items={exceptions} actsOf={(item) => <ItemActs handOverId={id} item={item} leaverId={reply.leaverId} />} />
      </section>
      <section className="fs-paper fs-deputy-list" aria-labelledby="fs-hand-over-list">
        <h2 id="fs-hand-over-list">{text('handOver.settled', { n: total - exceptions.length })}</h2>
        <HandOverItems items={othersOf(reply.items)} />
      </section>
    </>
  );
}
