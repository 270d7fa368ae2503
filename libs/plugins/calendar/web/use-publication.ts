import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useAttempt, useConfirmAct, useSession, useText } from '@fashen/ui';
import type { CalendarVersion, DaysBody } from '../model';
import { refreshCalendar } from './requests';

/** What to publish, and whether it is the plan of the year or the bureau's own days. */
export interface PublicationOf extends DaysBody {
  readonly year: number;
  readonly owner: 'state' | 'own';
}

/** Asks once more, publishes, says so and reads everything again. */
export function usePublication(): {
  readonly publish: (publication: PublicationOf) => Promise<boolean>;
  readonly isSending: boolean;
  readonly failure: unknown;
} {
  const text = useText('calendar');
  const { api } = useSession();
  const { notification } = App.useApp();
  const queries = useQueryClient();
  const confirm = useConfirmAct();
  const attempt = useAttempt();
  const [failure, setFailure] = useState<unknown>();
  const [isSending, setIsSending] = useState(false);

  const send = ({ year, owner, ...body }: PublicationOf): Promise<CalendarVersion> =>
    owner === 'state'
      ? api.post<CalendarVersion>(`/calendar/years/${year}/publication`, body, attempt.keyFor(body))
      : api.put<CalendarVersion>(`/calendar/own-days/${year}`, body, attempt.keyFor(body));

  const publish = async (publication: PublicationOf): Promise<boolean> => {
    const { year, days, basedOn } = publication;
    const off = days.filter(({ kind }) => kind === 'OFF').length;
    const consequence = text('consequence', { off, worked: days.length - off, version: basedOn + 1 });
    if (!(await confirm({ act: text('publishOf', { year }), consequence }))) return false;
    setIsSending(true);
    setFailure(undefined);
    try {
      const { version } = await send(publication);
      attempt.done();
      await refreshCalendar(queries);
      notification.success({ title: text('published', { year, version }) });
      return true;
    } catch (error) {
      setFailure(error);
      return false;
    } finally {
      setIsSending(false);
    }
  };
  return { publish, isSending, failure };
}
