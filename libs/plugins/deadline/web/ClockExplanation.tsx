import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';
import type { ClockReply } from '../model';

/** Why a clock is due on its day: source, first day, days passed over, the move of the last day, and the law. */
export function ClockExplanation({ clock }: { readonly clock: ClockReply }): ReactNode {
  const text = useText('deadline');
  const { counted, settings, law } = clock;
  const { source, article, confidence } = settings;
  return (
    <div className="fs-clock-why">
      <p>
        {text('source', { source, article })} <span className="fs-secondary">{text(`confidence.${confidence}`)}</span>
      </p>
      <p>
        {text('start', { day: clock.startDay })}
        {text('listMark')}
        {text(`amount.${clock.unit}`, { n: clock.amount })}
      </p>
      {counted?.rolled ? <p>{text('rolled', { from: counted.rolled.from, to: counted.rolled.to })}</p> : null}
      {counted && counted.excluded.length > 0 ? (
        <>
          <h3>{text('excluded')}</h3>
          <ul>
            {counted.excluded.map(({ day, reason, name = '' }) => (
              <li key={day}>
                {day} {text(`reason.${reason}`, { name })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {counted && counted.worked.length > 0 ? (
        <p>
          {text('worked')}
          {text('colon')}
          {counted.worked.map(({ day }) => day).join(text('listMark'))}
        </p>
      ) : null}
      <h3>{text('law')}</h3>
      <ul>
        {law.map((rule) => (
          <li key={rule.id}>
            {rule.source}
            {rule.article} <span className="fs-secondary">{rule.text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
