import { createFeel } from '../feel';
import { watchdog } from './watchdog';

/** FEEL on the server: costly expressions are interrupted after 200 ms. The whole server uses this one. */
export const feel = createFeel(watchdog);
