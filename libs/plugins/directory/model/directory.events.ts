import { defineEvent } from '@fashen/plugin-api';

/** What happens in the directory. Ids only: names are not repeated in events. */
export const directoryEvents = {
  unitAdded: defineEvent<{ unitId: string }>('directory', 'unitAdded'),
  /** `before` and `after` hold parent, head and leader. */
  unitChanged: defineEvent<{ unitId: string }>('directory', 'unitChanged'),
  personAdded: defineEvent<{ personId: string; unitId: string; roles: readonly string[] }>('directory', 'personAdded'),
  /** `before` and `after` hold unit, roles, posts and whether the person is active. */
  personChanged: defineEvent<{ personId: string }>('directory', 'personChanged'),
};
