import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';

/** POSIX ustar: blocks of 512 bytes, a header block before each file, two empty blocks at the end. */
const BLOCK = 512;
const NAME_MAX = 100;
/** Eleven octal digits. */
const SIZE_MAX = 8 ** 11 - 1;
const CHECKSUM_AT = 148;
const CHECKSUM_LENGTH = 8;

/** The archive is damaged, cut off, or no archive. */
export class CorruptArchiveError extends Error {
  constructor(reason: string) {
    super(`The archive cannot be used: ${reason}.`);
    this.name = 'CorruptArchiveError';
  }
}

export interface TarEntry {
  name: string;
  /** Bytes. */
  size: number;
  stream(): Readable;
  /** The whole entry in memory: for small ones. */
  bytes(): Promise<Buffer>;
}

/** @throws RangeError when name or size do not fit the format */
export function tarHeader(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > NAME_MAX) throw new RangeError(`Name too long for an archive: ${name}`);
  if (size > SIZE_MAX) throw new RangeError(`${name} is larger than the 8 GiB an archive entry may have`);
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`;
  header.write(name, 0);
  header.write(octal(0o600, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(size, 12), 124);
  // Times would make two backups of the same data differ; the manifest says when it was made.
  header.write(octal(0, 12), 136);
  header.write('0', 156);
  header.write('ustar\x0000', 257, 'latin1');
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, CHECKSUM_AT);
  return header;
}

/** What follows an entry of this size up to the next block. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

export const TAR_END = Buffer.alloc(2 * BLOCK);

/** The sum of all bytes, with the checksum's own field taken as blanks. */
function checksum(header: Buffer): number {
  let sum = 0;
  for (const [index, byte] of header.entries()) {
    const own = index >= CHECKSUM_AT && index < CHECKSUM_AT + CHECKSUM_LENGTH;
    sum += own ? 0x20 : byte;
  }
  return sum;
}

/**
 * The entries in order, read from an open file. Only headers are read until an entry's content is asked for.
 * @throws CorruptArchiveError
 */
export async function* tarEntries(path: string, file: FileHandle): AsyncGenerator<TarEntry> {
  const { size: total } = await file.stat();
  const header = Buffer.alloc(BLOCK);
  for (let at = 0; ;) {
    const { bytesRead } = await file.read(header, 0, BLOCK, at);
    if (bytesRead < BLOCK) throw new CorruptArchiveError('it ends too early');
    if (header.every((byte) => byte === 0)) return;
    const { name, size } = parseHeader(header);
    const start = at + BLOCK;
    at = start + size + tarPadding(size).length;
    if (at > total) throw new CorruptArchiveError(`it ends within ${name}`);
    yield entry(path, { name, size, start });
  }
}

function parseHeader(header: Buffer): { name: string; size: number } {
  const text = (from: number, to: number) => header.toString('utf8', from, to).replace(/\0.*$/s, '');
  const isTar = text(257, 262) === 'ustar';
  if (!isTar || parseInt(text(CHECKSUM_AT, CHECKSUM_AT + CHECKSUM_LENGTH), 8) !== checksum(header)) {
    throw new CorruptArchiveError('it is damaged, or no archive of this application');
  }
  return { name: text(0, NAME_MAX), size: parseInt(text(124, 136), 8) };
}

function entry(path: string, { name, size, start }: { name: string; size: number; start: number }): TarEntry {
  const stream = () => (size === 0 ? Readable.from([]) : createReadStream(path, { start, end: start + size - 1 }));
  return {
    name,
    size,
    stream,
    bytes: async () => Buffer.concat((await stream().toArray()) as Buffer[]),
  };
}
