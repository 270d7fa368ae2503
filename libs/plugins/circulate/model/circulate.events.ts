import { defineEvent } from '@fashen/plugin-api';

/** What this plugin tells. */
export const circulateEvents = {
  /** Somebody was asked to hurry; `personIds` are those who hold it, `candidates` those who may claim it. */
  urged: defineEvent<{
    urgeId: string;
    subject: 'task' | 'copy';
    taskId?: string;
    nodeId?: string;
    copyId?: string;
    personIds: readonly string[];
    candidates: readonly string[];
    /** How often it has been urged, this time included. */
    count: number;
  }>('circulate', 'urged'),
  /** One person got one case to read. */
  sent: defineEvent<{ copyId: string; personId: string; mode: string; source: string; nodeId?: string }>('circulate', 'sent'),
  read: defineEvent<{ copyId: string; personId: string }>('circulate', 'read'),
  /** The sender took a copy back before it was read. */
  withdrawn: defineEvent<{ copyId: string; personId: string }>('circulate', 'withdrawn'),
  /** A reader commented; `textHash` is SHA-256 of the text, hex. */
  commented: defineEvent<{ commentId: string; copyId: string; afterEnd: boolean; textHash: string }>('circulate', 'commented'),
};
