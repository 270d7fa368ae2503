import { z } from 'zod';

/** What a file is in the case. Names in `i18n` under `category.<id>`. */
export const attachmentCategories = ['evidence', 'draft', 'opinion', 'notice', 'decision', 'service', 'other'] as const;
export type AttachmentCategory = (typeof attachmentCategories)[number];

/** Fields beside the file. */
export const attachmentFields = z.strictObject({ category: z.enum(attachmentCategories).default('other') });
export type AttachmentFields = z.infer<typeof attachmentFields>;

/** The files of a case, oldest first. */
export interface AttachmentList {
  readonly items: readonly AttachmentReply[];
  /** Whether who asks takes part in the case, and may add one now. */
  readonly mayAdd: boolean;
}

/** An attachment as lists show it. */
export interface AttachmentReply {
  readonly id: string;
  readonly name: string;
  readonly category: AttachmentCategory;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
  readonly addedBy: string;
  readonly addedByName: string;
  /** Milliseconds since the epoch. */
  readonly addedAt: number;
}
