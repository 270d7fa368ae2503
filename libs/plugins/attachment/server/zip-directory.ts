import { type FileHandle, open } from 'node:fs/promises';

/** One file inside a zip archive, as its directory lists it. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes when unpacked, as the archive claims. */
  readonly size: number;
  readonly isEncrypted: boolean;
}

const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY_LENGTH = 46;
const LARGEST_DIRECTORY = 4_000_000;
const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;

/**
 * Lists the directory of a zip archive without unpacking anything: the file's tail and its directory are read, at most 4 MB.
 * Undefined when it is no plain zip file (also for zip64 and archives in several parts, which office programs do not write for documents).
 */
export async function listZip(path: string): Promise<readonly ZipEntry[] | undefined> {
  const file = await open(path, 'r');
  try {
    const directory = await readDirectory(file);
    return directory && entriesOf(directory.bytes, directory.count);
  } finally {
    await file.close();
  }
}

async function readDirectory(file: FileHandle): Promise<{ bytes: Buffer; count: number } | undefined> {
  const { size } = await file.stat();
  const tail = await read(file, Math.max(0, size - END_LENGTH - LONGEST_COMMENT), Math.min(size, END_LENGTH + LONGEST_COMMENT));
  const end = findEnd(tail);
  if (end === undefined) return undefined;

  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (count === 0xffff || length > LARGEST_DIRECTORY || start + length > size) return undefined;
  return { bytes: await read(file, start, length), count };
}

function findEnd(tail: Buffer): number | undefined {
  for (let at = tail.length - END_LENGTH; at >= 0; at--) {
    if (tail.readUInt32LE(at) === END_MARK && at + END_LENGTH + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  return undefined;
}

function entriesOf(bytes: Buffer, count: number): readonly ZipEntry[] | undefined {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + ENTRY_LENGTH <= bytes.length && bytes.readUInt32LE(at) === ENTRY_MARK) {
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength),
      size: bytes.readUInt32LE(at + 24),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    });
    at += ENTRY_LENGTH + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries.length === count && at === bytes.length ? entries : undefined;
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  return bytes.subarray(0, bytesRead);
}
