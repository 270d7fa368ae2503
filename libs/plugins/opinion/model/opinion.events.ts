import { defineEvent } from '@fashen/plugin-api';

/** What this plugin tells. Hashes are SHA-256, hex. */
export const opinionEvents = {
  /** An opinion was given with the end of a task. It never changes again. */
  submitted: defineEvent<{ opinionId: string; taskId: string; nodeId: string; hash: string; signatureId?: string }>('opinion', 'submitted'),
  /** A new opinion corrects an older one, which stays. */
  corrected: defineEvent<{ opinionId: string; correctsId: string; hash: string }>('opinion', 'corrected'),
  /** A person signed what was shown; `hash` covers the whole snapshot. */
  signed: defineEvent<{ signatureId: string; taskId: string; hash: string; method: string }>('opinion', 'signed'),
};
