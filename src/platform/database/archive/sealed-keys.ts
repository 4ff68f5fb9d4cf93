import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { isSafePath, type KeySeal } from './manifest.js';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
/** OWASP's first choice for scrypt: 128 MiB and about half a second per guess. */
const COST = { N: 2 ** 17, r: 8, p: 1 };
const MEMORY_MAX = 256 * 1024 * 1024;

/** The passphrase does not open the keys of the archive. */
export class WrongPassphraseError extends Error {
  constructor() {
    super('The passphrase does not open the keys in this archive.');
    this.name = 'WrongPassphraseError';
  }
}

/** Files of the keys folder by their path in it; contents in base64. */
type KeyFiles = Record<string, string>;

/** Encrypts the whole folder under the passphrase. Null when there is no key in it. */
export async function sealKeys(folder: string, passphrase: string): Promise<{ seal: KeySeal; bytes: Buffer } | null> {
  const files = await readKeyFiles(folder);
  if (Object.keys(files).length === 0) return null;
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv(CIPHER, await derive(passphrase, { ...COST, salt }), iv);
  const bytes = Buffer.concat([cipher.update(JSON.stringify(files)), cipher.final()]);
  const base64 = (value: Buffer) => value.toString('base64');
  return {
    bytes,
    seal: { scrypt: { ...COST, salt: base64(salt) }, iv: base64(iv), tag: base64(cipher.getAuthTag()) },
  };
}

/** @throws WrongPassphraseError */
export async function openKeys(bytes: Buffer, seal: KeySeal, passphrase: string): Promise<KeyFiles> {
  const key = await derive(passphrase, { ...seal.scrypt, salt: Buffer.from(seal.scrypt.salt, 'base64') });
  const decipher = createDecipheriv(CIPHER, key, Buffer.from(seal.iv, 'base64'), { authTagLength: 16 });
  decipher.setAuthTag(Buffer.from(seal.tag, 'base64'));
  try {
    const text = Buffer.concat([decipher.update(bytes), decipher.final()]).toString('utf8');
    return JSON.parse(text) as KeyFiles;
  } catch {
    throw new WrongPassphraseError();
  }
}

export async function writeKeyFiles(folder: string, files: KeyFiles): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    if (!isSafePath(path)) throw new Error(`The archive holds a key with the name ${path}`);
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await writeFile(target, Buffer.from(content, 'base64'), { mode: 0o600 });
  }
}

async function readKeyFiles(folder: string): Promise<KeyFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files: KeyFiles = {};
  for (const entry of entries.filter((item) => item.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1).replaceAll(sep, '/');
    files[name] = (await readFile(path)).toString('base64');
  }
  return files;
}

/** @throws RangeError when an archive asks for more work than any of ours does */
function derive(
  passphrase: string,
  { salt, N, r, p }: { salt: Buffer; N: number; r: number; p: number },
): Promise<Buffer> {
  if (N * r * p > COST.N * COST.r * 4)
    return Promise.reject(new RangeError('The key derivation of the archive is too costly'));
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, KEY_BYTES, { N, r, p, maxmem: MEMORY_MAX }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
