/** The part of yauzl 3 that is used; it brings no types of its own. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export interface Entry {
    fileName: string;
    compressedSize: number;
    uncompressedSize: number;
    isEncrypted(): boolean;
  }

  export interface ZipFile {
    entryCount: number;
    close(): void;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
  }

  export function openPromise(path: string, options: { lazyEntries: boolean; autoClose: boolean }): Promise<ZipFile>;

  /** From an archive opened with `decodeStrings: false`: names are not looked at. */
  export interface RawEntry extends Omit<Entry, 'fileName'> {
    fileName: Buffer;
  }

  export interface RawZipFile {
    entryCount: number;
    eachEntry(): AsyncIterable<RawEntry>;
    openReadStreamPromise(entry: RawEntry): Promise<Readable>;
  }

  export function fromBufferPromise(bytes: Buffer, options: { decodeStrings: false }): Promise<RawZipFile>;

  const yauzl: { openPromise: typeof openPromise; fromBufferPromise: typeof fromBufferPromise };
  export default yauzl;
}
