import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@fashen/plugin-api';
import { attachmentErrors } from '../model';
import { ATTACHMENT_CONFIG, type AttachmentConfig, MEGABYTE } from './attachment.config';

/** A file that has arrived and is not yet part of a case. */
export interface ReceivedFile {
  /** Where it lies for now. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
}

const STALE_MS = 24 * 3_600_000;

/**
 * The folder of files. A file lies under its SHA-256, so its name never reaches the file system and the same file lies there once.
 * It is complete and on disk before its row is written; what stays behind when a request dies is an unused file, never a missing one.
 */
@Injectable()
export class AttachmentStore implements OnModuleInit {
  private readonly root: string;
  private readonly incoming: string;

  constructor(
    @Inject(ATTACHMENT_CONFIG) private readonly config: AttachmentConfig,
    private readonly clock: Clock,
  ) {
    this.root = resolve(config.directory);
    this.incoming = join(this.root, 'incoming');
  }

  /** Makes the folder and clears away what uploads of yesterday left behind. */
  async onModuleInit(): Promise<void> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.incoming)) {
      const path = join(this.incoming, name);
      const found = await stat(path).catch(() => undefined);
      if (found && this.clock.now().getTime() - found.mtimeMs > STALE_MS) await rm(path, { force: true });
    }
  }

  /** Writes a stream to disk while hashing it. Stops and leaves nothing behind when it grows too large. */
  async receive(source: NodeJS.ReadableStream): Promise<ReceivedFile> {
    const path = join(this.incoming, randomUUID());
    const meter = new Meter(this.config.maxFileMegabytes);
    try {
      await pipeline(source, meter, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      return { path, ...meter.result() };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  /** Moves a received file to its place: on disk first, then under its hash, so that a crash cannot leave half a file there. */
  async keep(file: ReceivedFile): Promise<void> {
    const target = this.pathOf(file.sha256);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await flush(file.path);
    await rename(file.path, target);
    await flush(dirname(target));
  }

  /** Forgets a received file that was not kept. A second time, or after `keep`, nothing happens. */
  async discard(file: ReceivedFile): Promise<void> {
    await rm(file.path, { force: true });
  }

  read(sha256: string): ReadStream {
    return createReadStream(this.pathOf(sha256));
  }

  private pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256');
    return join(this.root, sha256.slice(0, 2), sha256);
  }
}

/** Counts and hashes what passes. */
class Meter extends Transform {
  private readonly sha256 = createHash('sha256');
  private readonly sm3 = createHash('sm3');
  private size = 0;

  constructor(private readonly maxMegabytes: number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.size += chunk.length;
    if (this.size > this.maxMegabytes * MEGABYTE) return done(attachmentErrors.TOO_LARGE({ maxMegabytes: this.maxMegabytes }));
    this.sha256.update(chunk);
    this.sm3.update(chunk);
    done(null, chunk);
  }

  result(): Omit<ReceivedFile, 'path'> {
    return { size: this.size, sha256: this.sha256.digest('hex'), sm3: this.sm3.digest('hex') };
  }
}

/** Makes the system write a file, or the entries of a folder, to disk. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
