import './deadline.css';
import { Button, Popover, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { type CasePartProps, EmptyView, StateView, usePrincipalText, useText } from '@fashen/ui';
import { type ClockReply, nextExtension, openRequest } from '../model';
import { ClockAction } from './ClockAction';
import { ClockBar } from './ClockBar';
import { ClockExplanation } from './ClockExplanation';
import { ClockLight } from './ClockLight';
import { useCaseClocks } from './requests';

type Names = Readonly<Record<string, string>>;

/** All clocks of a case: when each is due and why, when it stood still, and what may be done with it. */
export function CaseClocksPanel({ caseId }: CasePartProps): ReactNode {
  const text = useText('deadline');
  const found = useCaseClocks(caseId);
  const clocks = (found.data?.clocks ?? []).filter(({ endCause }) => endCause !== 'REPLACED');
  const names = found.data?.names ?? {};
  return (
    <section className="fs-paper fs-clocks" aria-labelledby="fs-clocks-title">
      <h2 id="fs-clocks-title">{text('title')}</h2>
      <StateView state={found} rows={3}>
        {() =>
          clocks.length === 0 ? (
            <EmptyView>{text('empty')}</EmptyView>
          ) : (
            <ul>
              {clocks.map((clock) => (
                <ClockLine key={clock.id} clock={clock} names={names} caseId={caseId} />
              ))}
            </ul>
          )
        }
      </StateView>
    </section>
  );
}

function ClockLine({ clock, names, caseId }: { readonly clock: ClockReply; readonly names: Names; readonly caseId: string }): ReactNode {
  const text = useText('deadline');
  const [act, setAct] = useState<ClockReply['may'][number]>();
  return (
    <li className="fs-clock">
      <div className="fs-clock-head">
        <strong>
          {clock.name}
          {clock.personId ? text('ofPerson', { person: names[clock.personId] ?? clock.personId }) : null}
        </strong>
        <ClockLight clock={clock} />
        {clock.state === 'RUNNING' || clock.state === 'HELD' ? null : <Tag>{text(`state.${clock.state}`)}</Tag>}
        {clock.lapsedAt === undefined ? null : <Tag color="red">{text('overdue')}</Tag>}
      </div>
      <div className="fs-clock-head">
        {clock.state === 'HELD' ? null : <span>{dueWords(clock, text)}</span>}
        <span className="fs-secondary">{leftWords(clock, text)}</span>
        <Popover
          trigger={['click']}
          title={text('why')}
          content={
            <div className="fs-clock-why">
              <ClockExplanation clock={clock} names={names} />
            </div>
          }
        >
          <Button size="small" type="link" className="fs-clock-link">
            {text('why')}
          </Button>
        </Popover>
      </div>
      <ClockBar clock={clock} />
      <Asked clock={clock} names={names} />
      {clock.may.length === 0 ? null : (
        <div className="fs-clock-acts fs-no-print">
          {clock.may.map((name) => (
            <Button key={name} size="small" onClick={() => setAct(name)}>
              {text(name)}
            </Button>
          ))}
        </div>
      )}
      {act ? <ClockAction act={act} clock={clock} caseId={caseId} names={names} onClose={() => setAct(undefined)} /> : null}
    </li>
  );
}

/** What became of the last extension that was asked for: it waits, and for whom; or how it was answered. */
function Asked({ clock, names }: { readonly clock: ClockReply; readonly names: Names }): ReactNode {
  const text = useText('deadline');
  const principalText = usePrincipalText();
  const last = openRequest(clock.extensions) ?? clock.extensions.at(-1);
  if (!last) return null;
  const { kind, amount, changedBy, reason } = last;
  const [n, person] = [text(`amount.${clock.unit}`, { n: amount }), names[changedBy] ?? changedBy];
  const by = nextExtension(clock, clock.extensions)?.by ?? [];
  const roles = by.map((role) => principalText(`role:${role}`)).join(text('listMark'));
  return (
    <p className={kind === 'REQUEST' ? 'fs-notice' : 'fs-secondary'} role="status">
      {kind === 'REQUEST' ? text('extension.waits', { n, person, roles }) : text(`extension.${kind}`, { n })}{' '}
      <span className="fs-secondary">{kind === 'REQUEST' ? reason : text('byWhom', { person, words: reason })}</span>
    </p>
  );
}

type Words = ReturnType<typeof useText>;

function dueWords({ dueDay, outerDay, rawDay, calendarMissing }: ClockReply, text: Words): string {
  if (dueDay === undefined) return calendarMissing ? text('missing', { day: rawDay }) : '';
  if (calendarMissing) return `${text('safeLine', { day: dueDay })}${text('listMark')}${text('outerMissing')}`;
  return outerDay === undefined
    ? text('due', { day: dueDay })
    : `${text('safeLine', { day: dueDay })}${text('listMark')}${text('outerLine', { day: outerDay })}`;
}

function leftWords({ left, unit, state }: ClockReply, text: Words): string {
  if (left === undefined) return '';
  if (state === 'HELD') return text('heldLeft', { n: text(`amount.${unit === 'months' ? 'days' : unit}`, { n: left }) });
  if (left === 0) return text('today');
  return left < 0 ? text('late', { n: -left }) : text(`left.${unit}`, { n: left });
}
