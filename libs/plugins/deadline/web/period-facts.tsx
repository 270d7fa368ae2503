import type { ReactNode } from 'react';
import { usePrincipalText, useText } from '@fashen/ui';
import type { Period } from '../model';

/** One thing there is to say about a period: a column of the table, or a line on a narrow screen. */
export interface PeriodFact {
  readonly title: string;
  /** CSS pixels. */
  readonly width?: number;
  readonly show: (period: Period) => ReactNode;
}

/** What there is to say about a period, in the order of the table. */
export function usePeriodFacts(): readonly PeriodFact[] {
  const text = useText('deadline');
  const principalText = usePrincipalText();
  const mark = text('listMark');
  const extensionsOf = ({ extensions, unit }: Period): string =>
    extensions
      .map(({ amount, by }) =>
        text('periods.extension', {
          n: text(`amount.${unit}`, { n: amount }),
          roles: by.map((role) => principalText(`role:${role}`)).join(mark),
        }),
      )
      .join(text('periods.then'));
  const remindersOf = ({ remind }: Period): string =>
    remind
      .map((days) => text(days < 0 ? 'periods.before' : days > 0 ? 'periods.after' : 'periods.onDay', { n: Math.abs(days) }))
      .join(mark);
  return [
    {
      title: text('periods.name'),
      width: 170,
      show: ({ name, key }) => (
        <>
          <strong>{name}</strong>
          <div className="fs-secondary">{key}</div>
        </>
      ),
    },
    { title: text('length'), width: 110, show: ({ amount, unit }) => text(`amount.${unit}`, { n: amount }) },
    { title: text('periods.whose'), width: 90, show: ({ kind }) => text(`kind.${kind}`) },
    { title: text('periods.lastDay'), width: 150, show: ({ rule }) => text(`rule.${rule}`) },
    {
      title: text('basis'),
      width: 190,
      show: ({ source, article, confidence }) => (
        <>
          {text('source', { source, article })}
          <div className="fs-secondary">{text(`confidence.${confidence}`)}</div>
        </>
      ),
    },
    { title: text('extensions'), show: (one) => extensionsOf(one) || text('periods.none') },
    { title: text('periods.remind'), width: 150, show: (one) => remindersOf(one) || text('periods.none') },
  ];
}
