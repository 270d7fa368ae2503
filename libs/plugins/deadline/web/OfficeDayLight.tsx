import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { dayText, type DeadlineLightProps, Light, useMinute, useSession } from '@fashen/ui';
import type { OfficeDays } from '@fashen/plugins/calendar/model';
import { daysLeft } from '../model';

const HOUR_MS = 3_600_000;

/** A light whose days are working days of the bureau's calendar. One request serves all lights of the page. */
export function OfficeDayLight({ dueAt }: DeadlineLightProps): ReactNode {
  const { api } = useSession();
  const now = useMinute();
  const days = useQuery({
    queryKey: ['/clocks/office-days'],
    queryFn: ({ signal }) => api.get<OfficeDays>('/clocks/office-days', signal),
    staleTime: HOUR_MS,
  });
  if (!dueAt || !days.data) return <Light {...(dueAt && { dueAt })} />;
  const left = daysLeft(dayText(dueAt), dayText(now), { unit: 'workingDays', calendar: days.data });
  return <Light dueAt={dueAt} {...(left !== undefined && { days: left })} />;
}
