import { z } from 'zod';
import { configToken } from '@fashen/plugin-api';

/** Settings of attachments. Environment: `FASHEN_ATTACHMENT_DIRECTORY` and so on. */
export const attachmentConfig = z.strictObject({
  /** Folder of the files; relative to the working folder of the server. Several nodes share one. */
  directory: z.string().min(1).default('data/attachments'),
  /** Megabytes of one file, at most. */
  maxFileMegabytes: z.coerce.number().min(0.001).max(4_096).default(200),
  /** Files of one case, at most. */
  maxFilesPerCase: z.coerce.number().int().min(1).max(10_000).default(300),
  /** Megabytes of all files of one case, at most. */
  maxCaseMegabytes: z.coerce.number().min(0.001).max(1_048_576).default(4_096),
  /** Megabytes an office file may have when unpacked, at most. */
  maxUnpackedMegabytes: z.coerce.number().min(0.001).max(4_096).default(500),
});
export type AttachmentConfig = z.infer<typeof attachmentConfig>;

/** Injection token of `AttachmentConfig`. */
export const ATTACHMENT_CONFIG = configToken('attachment');

/** Bytes of a megabyte in these settings. */
export const MEGABYTE = 1_000_000;
