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

  export function fromBufferPromise(
    buffer: Buffer,
    options: { lazyEntries: boolean; autoClose: boolean },
  ): Promise<ZipFile>;

  const yauzl: { openPromise: typeof openPromise; fromBufferPromise: typeof fromBufferPromise };
  export default yauzl;
}
