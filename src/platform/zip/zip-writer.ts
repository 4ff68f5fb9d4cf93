import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file within a zip; its content may be made while it is written. */
export interface ZipPart {
  name: string;
  content: AsyncIterable<Buffer> | Iterable<Buffer>;
  /** Kept as it is, sizes first, so that its bytes stand at a known place: what an EPUB asks of its media type. Held in memory. */
  stored?: boolean;
}

const [LOCAL, DESCRIPTOR, CENTRAL, END] = [0x04034b50, 0x08074b50, 0x02014b50, 0x06054b50];
/** Sizes follow the content; the name is UTF-8. */
const FLAGS = 0x0808;
const [VERSION, STORED, DEFLATED] = [20, 0, 8];
/** 1 January 1980, the first day of the format: the same tables make the same bytes. */
const [TIME, DATE] = [0, 0x21];

interface Written {
  name: Buffer;
  stored: boolean;
  crc: number;
  packed: number;
  unpacked: number;
  offset: number;
}

/** A zip archive of less than 4 GB, byte after byte, holding only the piece at hand in memory. */
export async function* zipOf(parts: Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for (const { name, content, stored = false } of parts) {
    const file: Written = { name: Buffer.from(name), stored, crc: 0, packed: 0, unpacked: 0, offset };
    if (stored) {
      const whole = await storedFile(content, file);
      yield whole;
      offset += whole.length;
      written.push(file);
      continue;
    }
    const header = localHeader(file.name);
    yield header;
    for await (const chunk of deflated(content, file)) {
      file.packed += chunk.length;
      yield chunk;
    }
    const descriptor = numbers([DESCRIPTOR, file.crc, file.packed, file.unpacked]);
    yield descriptor;
    offset += header.length + file.packed + descriptor.length;
    written.push(file);
  }
  const directory = Buffer.concat(written.map(centralHeader));
  yield directory;
  yield endOfDirectory({ count: written.length, size: directory.length, offset });
}

/** Header and content of a file that is not packed. */
async function storedFile(content: ZipPart['content'], file: Written): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  file.crc = crc32(bytes);
  file.packed = file.unpacked = bytes.length;
  return Buffer.concat([
    numbers([LOCAL]),
    shorts([VERSION, 0, STORED, TIME, DATE]),
    numbers([file.crc, file.packed, file.unpacked]),
    shorts([file.name.length, 0]),
    file.name,
    bytes,
  ]);
}

async function* deflated(content: ZipPart['content'], file: Written): AsyncGenerator<Buffer> {
  async function* measured(): AsyncGenerator<Buffer> {
    for await (const chunk of content) {
      file.crc = crc32(chunk, file.crc);
      file.unpacked += chunk.length;
      yield chunk;
    }
  }
  // A failure of the source reaches the loop through the destroyed stream.
  const packed = pipeline(Readable.from(measured()), createDeflateRaw(), () => undefined);
  for await (const chunk of packed) yield chunk as Buffer;
}

function numbers(values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => buffer.writeUInt32LE(value, index * 4));
  return buffer;
}

function shorts(values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => buffer.writeUInt16LE(value, index * 2));
  return buffer;
}

function localHeader(name: Buffer): Buffer {
  return Buffer.concat([
    numbers([LOCAL]),
    shorts([VERSION, FLAGS, DEFLATED, TIME, DATE]),
    numbers([0, 0, 0]),
    shorts([name.length, 0]),
    name,
  ]);
}

function centralHeader({ name, stored, crc, packed, unpacked, offset }: Written): Buffer {
  return Buffer.concat([
    numbers([CENTRAL]),
    shorts([VERSION, VERSION, stored ? 0 : FLAGS, stored ? STORED : DEFLATED, TIME, DATE]),
    numbers([crc, packed, unpacked]),
    shorts([name.length, 0, 0, 0, 0]),
    numbers([0, offset]),
    name,
  ]);
}

function endOfDirectory({ count, size, offset }: { count: number; size: number; offset: number }): Buffer {
  return Buffer.concat([numbers([END]), shorts([0, 0, count, count]), numbers([size, offset]), shorts([0])]);
}
