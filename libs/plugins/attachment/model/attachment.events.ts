import { defineEvent } from '@fashen/plugin-api';

/** What happens to attachments. The record of the case keeps both hashes, so a file can be proved later. */
export const attachmentEvents = {
  added: defineEvent<{
    attachmentId: string;
    name: string;
    category: string;
    mediaType: string;
    size: number;
    sha256: string;
    sm3: string;
  }>('attachment', 'added'),
};
