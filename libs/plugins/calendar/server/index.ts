export { calendarPlugin } from './calendar.plugin';
