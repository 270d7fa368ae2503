/** The calendar page. */
export { calendarWeb } from './calendar.web';
