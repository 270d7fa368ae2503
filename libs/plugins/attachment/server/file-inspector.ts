import { createReadStream } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { fileTypeFromFile } from 'file-type';
import { attachmentErrors, extensionOf, type FileKind, kindOfName, looksLikeMarkup } from '../model';
import { ATTACHMENT_CONFIG, type AttachmentConfig, MEGABYTE } from './attachment.config';
import { listZip, type ZipEntry } from './zip-directory';

const TEXT_START = 4_096;
const activeParts = /(^|\/)(vbaproject\.bin|vbadata\.xml|macrosheets\/|activex\/|embeddings\/oleobject|customui\/)/i;

/** Looks into a received file: its content must be what its extension says, and must not act by itself. */
@Injectable()
export class FileInspector {
  constructor(@Inject(ATTACHMENT_CONFIG) private readonly config: AttachmentConfig) {}

  /** Returns the media type, or throws what is wrong with the file. */
  async inspect(path: string, name: string): Promise<string> {
    const extension = extensionOf(name);
    const kind = kindOfName(name);
    if (!kind) throw attachmentErrors.TYPE_REFUSED({ extension });
    if (kind.mediaType === 'text/plain') await this.requireText(path, extension);
    if (kind.mediaType.includes('openxmlformats')) await this.requireHarmlessOffice(path, extension);
    if (kind.mediaType !== 'text/plain') await requireContent(path, extension, kind);
    return kind.mediaType;
  }

  /** Office files are zip archives: encrypted ones, bombs and those with macros are refused before anything unpacks them. */
  private async requireHarmlessOffice(path: string, extension: string): Promise<void> {
    const entries = await listZip(path);
    if (!entries) throw attachmentErrors.TYPE_MISMATCH({ extension });
    if (entries.some((entry) => entry.isEncrypted) || this.isBomb(entries)) throw attachmentErrors.ARCHIVE_REFUSED({ extension });
    if (entries.some((entry) => activeParts.test(entry.name))) throw attachmentErrors.ACTIVE_CONTENT({ extension });
  }

  private isBomb(entries: readonly ZipEntry[]): boolean {
    const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
    return unpacked > this.config.maxUnpackedMegabytes * MEGABYTE;
  }

  /** Text in UTF-8 or GB 18030 without NUL and without markup. */
  private async requireText(path: string, extension: string): Promise<void> {
    const decoders = [new TextDecoder('utf-8', { fatal: true }), new TextDecoder('gb18030', { fatal: true })];
    let readable = decoders;
    let start = '';
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (chunk.includes(0)) throw attachmentErrors.TYPE_MISMATCH({ extension });
      if (start.length < TEXT_START) start += chunk.toString('latin1').slice(0, TEXT_START);
      readable = readable.filter((decoder) => canDecode(decoder, chunk));
    }
    if (readable.filter((decoder) => canDecode(decoder)).length === 0) throw attachmentErrors.TYPE_MISMATCH({ extension });
    if (looksLikeMarkup(start)) throw attachmentErrors.ACTIVE_CONTENT({ extension });
  }
}

async function requireContent(path: string, extension: string, kind: FileKind): Promise<void> {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  if (found?.mime !== kind.mediaType) throw attachmentErrors.TYPE_MISMATCH({ extension, found: found?.ext ?? '' });
}

/** With a chunk: goes on with the stream. Without: says whether the stream may end here. */
function canDecode(decoder: InstanceType<typeof TextDecoder>, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}
