import { createPrivateKey, createPublicKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.js';

/** ASN.1 prefix of a PKCS#8 Ed25519 private key (RFC 8410): 32 bytes of seed follow. */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Every secret of the installation, derived (HKDF, RFC 5869) from one master key: MASTER_KEY, or outside production a
 * file made once under DATA_DIR/keys.
 */
export class KeyRing {
  constructor(private readonly master: Buffer) {}

  static open(config: Pick<Config, 'MASTER_KEY' | 'DATA_DIR'>): KeyRing {
    if (config.MASTER_KEY !== undefined) return new KeyRing(Buffer.from(config.MASTER_KEY, 'utf8'));
    return new KeyRing(readOrMake(join(config.DATA_DIR, 'keys')));
  }

  /** 32 bytes for one purpose; the same purpose always gives the same bytes. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.master, Buffer.alloc(0), `union-skills:${purpose}`, 32));
  }

  /** An Ed25519 key pair for one purpose. */
  signingKey(purpose: string): { privateKey: KeyObject; publicKey: KeyObject } {
    const der = Buffer.concat([ED25519_PKCS8, this.derive(purpose)]);
    const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    return { privateKey, publicKey: createPublicKey(privateKey) };
  }
}

function readOrMake(dir: string): Buffer {
  const file = join(dir, 'master.key');
  try {
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const key = randomBytes(48);
  writeFileSync(`${file}.new`, key.toString('base64url'), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return key;
}
