/**
 * Stored files of two kinds. Papers (drawn certificates, scans of decisions) are kept for good and content-addressed: a
 * key says what the bytes are, the same bytes are kept once, and nothing is ever overwritten or deleted. Files that serve
 * for a while (what officers and learners send) each have a name of their own and are deleted again; they never share a place with
 * papers, or whoever sends a copy of a paper and takes it back would take the paper with it.
 */
export abstract class ObjectStorage {
  /** Keeps the bytes for good. @returns their key: SHA-256 in lower-case hex */
  abstract put(bytes: Uint8Array): Promise<string>;

  /** @throws MissingObjectError when nothing is kept under the key */
  abstract get(key: string): Promise<Buffer>;

  abstract has(key: string): Promise<boolean>;

  /**
   * Keeps a copy of a file of this machine, which may be larger than memory, until it is deleted.
   * @param name a UUID, new for each file
   */
  abstract putFile(name: string, path: string): Promise<void>;

  /** The same for what is in memory. */
  abstract putNamed(name: string, bytes: Uint8Array): Promise<void>;

  /** @throws MissingObjectError when nothing has the name */
  abstract getNamed(name: string): Promise<Buffer>;

  /** Copies what `putFile` keeps to a new file of this machine. @throws MissingObjectError when nothing has the name */
  abstract fetchFile(name: string, path: string): Promise<void>;

  /** Removes what `putFile` or `putNamed` keeps, for good; nothing happens when nothing has the name. */
  abstract delete(name: string): Promise<void>;
}

/** A key that leads to nothing: not a key at all, or its file is gone. */
export class MissingObjectError extends Error {
  constructor(readonly key: string) {
    super(`No stored file ${key}`);
    this.name = 'MissingObjectError';
  }
}
