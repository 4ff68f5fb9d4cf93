/** Counted up whenever an older version could not read what a newer one writes. */
export const ARCHIVE_FORMAT = 1;

export const MANIFEST = 'manifest.json';
export const MANIFEST_SUM = 'manifest.sha256';
/** One line per entry before it, as `sha256sum` writes and checks them. */
export const SUMS = 'SHA256SUMS';
export const KEYS = 'keys.enc';

export interface ArchivedTable {
  name: string;
  columns: string[];
  rows: number;
  /** Entries whose unpacked content, one after the other, is the COPY text of the table. */
  parts: string[];
}

export interface ArchivedSequence {
  name: string;
  value: number;
  called: boolean;
}

/** How the keys are encrypted: AES-256-GCM under a key that scrypt makes of the passphrase. Binary values in base64. */
export interface KeySeal {
  scrypt: { N: number; r: number; p: number; salt: string };
  iv: string;
  tag: string;
}

/** The last entry but one of an archive: what the rest is. */
export interface Manifest {
  format: number;
  /** ISO 8601, UTC. */
  createdAt: string;
  postgresMajor: number;
  /** Migrations that had made the tables, in their order. */
  migrations: string[];
  /** In an order in which no row refers to a table further down, as far as there is one. */
  tables: ArchivedTable[];
  sequences: ArchivedSequence[];
  /** Number of stored files. */
  files: number;
  keys: KeySeal | null;
  /** SHA-256 (hex) of the entry SHA256SUMS. */
  sums: string;
}

/** `files/…` and `checkpoints/…` are the folders of that name in the data folder. */
export const FOLDERS = ['files', 'checkpoints'] as const;

const SAFE_PATH = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

/** Whether a path from an archive stays within the folder it is unpacked into. */
export function isSafePath(path: string): boolean {
  return SAFE_PATH.test(path) && !path.includes('..');
}
