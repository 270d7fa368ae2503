import type { CalendarDay } from './office-days.rules';

/** Something wrong in what was pasted, at its line. The code is also the key of its text in `i18n`: `problem.<code>`. */
export interface PlanProblem {
  /** Counted from 1; 0 for the whole text. */
  readonly line: number;
  readonly code:
    | 'YEAR_MISSING'
    | 'NOTHING_FOUND'
    | 'UNREADABLE'
    | 'DAY_INVALID'
    | 'RANGE_INVALID'
    | 'WEEKDAY_WRONG'
    | 'TOTAL_WRONG'
    | 'DAY_TWICE'
    | 'OTHER_YEAR'
    | 'WORKED_WEEKDAY';
  /** What stands there. */
  readonly text: string;
}

/** A yearly plan as it was read, with everything that is wrong in it. Only one without problems can be published. */
export interface PlanDraft {
  readonly year?: number;
  /** Title and number of the notice, where the text names them. */
  readonly source?: string;
  readonly days: readonly CalendarDay[];
  readonly problems: readonly PlanProblem[];
}

/** A day read at a line. */
export interface ReadDay extends CalendarDay {
  readonly line: number;
}
