/**
 * Stored files: scans of decisions, drawn certificates. Content-addressed, so a key says what the bytes are, the same
 * bytes are kept once, and nothing is ever overwritten.
 */
export abstract class ObjectStorage {
  /** Keeps the bytes for good. @returns their key: SHA-256 in lower-case hex */
  abstract put(bytes: Uint8Array): Promise<string>;

  /** Keeps a copy of a file of this machine, which may be larger than memory. @returns its key, as `put` does */
  abstract putFile(path: string): Promise<string>;

  /** Copies what is kept to a new file of this machine. @throws MissingObjectError when nothing is kept under the key */
  abstract fetchFile(key: string, path: string): Promise<void>;

  /** @throws MissingObjectError when nothing is kept under the key */
  abstract get(key: string): Promise<Buffer>;

  abstract has(key: string): Promise<boolean>;
}

/** A key that leads to nothing: not a key at all, or its file is gone. */
export class MissingObjectError extends Error {
  constructor(readonly key: string) {
    super(`No stored file ${key}`);
    this.name = 'MissingObjectError';
  }
}
