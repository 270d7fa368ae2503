import { defineEvent } from '@fashen/plugin-api';

/** What happens to the calendar. Who keeps deadlines counts the open ones again. */
export const calendarEvents = {
  /** `scope` is `STATE`, or the bureau whose own days changed. */
  published: defineEvent<{ years: readonly number[]; scope: string; version: number; versionId: string; hash: string }>(
    'calendar',
    'published',
  ),
};
