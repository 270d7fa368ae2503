import './deadline.css';
import type { ReactNode } from 'react';
import { usePrincipalText, useText } from '@fashen/ui';
import { type ClockReply, nextExtension } from '../model';
import { holdSpans, rangesOf } from './explain.rules';
import { Fact } from './Fact';

type Names = Readonly<Record<string, string>>;
interface Props {
  readonly clock: ClockReply;
  readonly names: Names;
}

/** Why a clock is due on its day: source, first day, days passed over, holds, extensions, the move of the last day, and the law. */
export function ClockExplanation({ clock, names }: Props): ReactNode {
  const text = useText('deadline');
  const { source, article, confidence, notBefore } = clock.settings;
  const who = clock.personId && (names[clock.personId] ?? clock.personId);
  return (
    <dl className="fs-clock-facts">
      <Fact name={text('clock')}>
        {clock.name}
        {who ? text('ofPerson', { person: who }) : null}
      </Fact>
      <Fact name={text('basis')}>
        {text('source', { source, article })} <span className="fs-secondary">{text(`confidence.${confidence}`)}</span>
      </Fact>
      <Fact name={text('begins')}>{text('start', { day: clock.startDay })}</Fact>
      <Fact name={text('length')}>{text(`amount.${clock.unit}`, { n: clock.amount })}</Fact>
      <Passed clock={clock} />
      <Holds clock={clock} names={names} />
      <Extensions clock={clock} names={names} />
      {notBefore ? <Fact name={text('notBefore')}>{notBefore}</Fact> : null}
      <End clock={clock} />
      <Fact name={text('law')}>
        <ul>
          {clock.law.map((rule) => (
            <li key={rule.id}>
              {rule.source}
              {rule.article} <span className="fs-secondary">{rule.text}</span>
            </li>
          ))}
        </ul>
      </Fact>
    </dl>
  );
}

function Passed({ clock: { counted } }: Pick<Props, 'clock'>): ReactNode {
  const text = useText('deadline');
  const passed = rangesOf(counted?.excluded ?? []);
  const worked = counted?.worked ?? [];
  return (
    <>
      {passed.length > 0 ? (
        <Fact name={text('excluded')}>
          <ul>
            {passed.map(({ from, to, reason, name = '' }) => (
              <li key={from}>
                {from === to ? from : text('range', { from, to })} {text(`reason.${reason}`, { name })}
              </li>
            ))}
          </ul>
        </Fact>
      ) : null}
      {worked.length > 0 ? <Fact name={text('worked')}>{worked.map(({ day }) => day).join(text('listMark'))}</Fact> : null}
    </>
  );
}

function Holds({ clock: { holds }, names }: Props): ReactNode {
  const text = useText('deadline');
  if (holds.length === 0) return null;
  return (
    <Fact name={text('holds')}>
      <ul>
        {holdSpans(holds).map(({ hold, to }) => {
          const reason = text(`hold.${hold.reason}`);
          return (
            <li key={hold.at}>
              {to ? text('holdRow', { from: hold.day, to: to.day, reason }) : text('holdOpen', { from: hold.day, reason })}{' '}
              <span className="fs-secondary">{text('byWhom', { person: names[hold.changedBy] ?? hold.changedBy, words: hold.note })}</span>
            </li>
          );
        })}
      </ul>
    </Fact>
  );
}

function Extensions({ clock, names }: Props): ReactNode {
  const text = useText('deadline');
  const principalText = usePrincipalText();
  const { extensions, unit } = clock;
  const next = nextExtension(clock, extensions);
  if (extensions.length === 0 && !next) return null;
  const roles = next?.by.map((role) => principalText(`role:${role}`)).join(text('listMark')) ?? '';
  return (
    <Fact name={text('extensions')}>
      <ul>
        {extensions.map(({ id, kind, amount, reason, changedBy }) => (
          <li key={id}>
            {text(`extension.${kind}`, { n: text(`amount.${unit}`, { n: amount }) })}{' '}
            <span className="fs-secondary">{text('byWhom', { person: names[changedBy] ?? changedBy, words: reason })}</span>
          </li>
        ))}
        {next ? <li className="fs-secondary">{text('extension.next', { n: text(`amount.${unit}`, { n: next.amount }), roles })}</li> : null}
      </ul>
    </Fact>
  );
}

function End({ clock }: Pick<Props, 'clock'>): ReactNode {
  const text = useText('deadline');
  const { state, dueDay, outerDay, rawDay, calendarMissing, counted } = clock;
  if (state === 'HELD') return <Fact name={text('ends')}>{text('endsHeld')}</Fact>;
  if (dueDay === undefined) return calendarMissing ? <Fact name={text('ends')}>{text('missing', { day: rawDay })}</Fact> : null;
  return (
    <Fact name={text('ends')}>
      <strong>{outerDay === undefined ? dueDay : text('safeLine', { day: dueDay })}</strong>
      {outerDay === undefined ? null : `${text('listMark')}${text('outerLine', { day: outerDay })}`}
      {counted?.rolled ? <p>{text('rolled', { from: counted.rolled.from, to: counted.rolled.to })}</p> : null}
      {calendarMissing ? <p>{text('missingOuter')}</p> : null}
    </Fact>
  );
}
