import { defineEvent } from '@fashen/plugin-api';

/** What a collective discussion tells. Views are named by id only: their texts are internal. */
export const discussionEvents = {
  convened: defineEvent<{ meetingId: string; draftHash: string; present: readonly string[]; needed: number }>('discussion', 'convened'),
  viewGiven: defineEvent<{ meetingId: string; viewId: string }>('discussion', 'viewGiven'),
  concluded: defineEvent<{ meetingId: string; conclusion: string; dissenters: number }>('discussion', 'concluded'),
  signed: defineEvent<{ meetingId: string; viewId: string; isSigned: boolean }>('discussion', 'signed'),
};
