import { bundledYears } from './calendar-content';
import { officeDays, type OfficeDays } from './office-days.rules';

/** The years that come with the product as one calendar without days of a bureau's own, for tests and examples. */
export const sampleOfficeDays: OfficeDays = officeDays('sample', { years: bundledYears, local: [] });
