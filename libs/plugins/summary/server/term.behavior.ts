import { Injectable } from '@nestjs/common';
import type { Activity, ActivityBehavior, Step, Tx } from '@fashen/plugin-api';
import { dayOf, endOfDay, WorkingCalendar } from '@fashen/plugins/calendar/model';
import { lastDayOf, summaryErrors, termBinding, termsAnswer } from '../model';

/** A step that is due some days after it began: handing in, paying, reporting. The days come from the variable `terms`. */
@Injectable()
export class TermBehavior implements ActivityBehavior {
  readonly extension = 'summary:Term';

  constructor(private readonly calendars: WorkingCalendar) {}

  async onWait(tx: Tx, { variables, extension }: Activity): Promise<Step> {
    const { of } = termBinding.parse(extension);
    const terms = termsAnswer.safeParse(variables['terms']);
    if (!terms.success) throw summaryErrors.RULE_UNREADABLE({ decision: 'summary-terms' });
    const { utcOffsetMinutes } = this.calendars;
    const today = dayOf(tx.now.getTime(), utcOffsetMinutes);
    const due = lastDayOf(of, today, terms.data, await this.calendars.calendar(tx));
    return due === undefined ? { kind: 'wait' } : { kind: 'wait', task: { dueAt: new Date(endOfDay(due, utcOffsetMinutes)) } };
  }
}
