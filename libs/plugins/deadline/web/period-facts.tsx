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

const REMINDERS = [
  { key: 'periods.before', fits: (day: number) => day < 0 },
  { key: 'periods.onDay', fits: (day: number) => day === 0 },
  { key: 'periods.after', fits: (day: number) => day > 0 },
] as const;

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
    REMINDERS.map(({ key, fits }) => ({ key, days: remind.filter(fits).map(Math.abs) }))
      .filter(({ days }) => days.length > 0)
      .map(({ key, days }) => text(key, { n: days.join(mark) }))
      .join(text('periods.reminders'));
  return [
    {
      title: text('periods.name'),
      width: 170,
      show: ({ name }) => <strong>{name}</strong>,
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
          {text(`confidence.${confidence}`) === source ? null : (
            <div className={confidence === 'V3' ? 'fs-clock-unsure' : 'fs-secondary'}>{text(`confidence.${confidence}`)}</div>
          )}
        </>
      ),
    },
    { title: text('extensions'), show: (one) => extensionsOf(one) || text('periods.none') },
    { title: text('periods.remind'), width: 150, show: (one) => remindersOf(one) || text('periods.none') },
  ];
}
