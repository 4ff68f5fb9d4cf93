import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderStorage } from './folder-storage.js';
import { MissingObjectError } from './object-storage.js';

describe('FolderStorage', () => {
  let root: string;
  let storage: FolderStorage;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'storage-'));
    storage = new FolderStorage(join(root, 'files'));
  });

  afterEach(() => rm(root, { recursive: true, force: true }));

  it('gives back what was put, under the hash of its content', async () => {
    const key = await storage.put(Buffer.from('abc'));
    expect(key).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect((await storage.get(key)).toString()).toBe('abc');
    expect(await storage.has(key)).toBe(true);
  });

  it('keeps the same content once, also when it is put by several at the same moment', async () => {
    const bytes = Buffer.alloc(100_000, 'đ');
    const keys = await Promise.all(Array.from({ length: 8 }, () => storage.put(bytes)));
    expect(new Set(keys).size).toBe(1);
    const key = keys[0] ?? '';
    expect(await readdir(join(root, 'files', key.slice(0, 2)))).toEqual([key]);
  });

  it('lets only its own user read', async () => {
    const key = await storage.put(Buffer.from('secret'));
    expect((await stat(join(root, 'files', key.slice(0, 2), key))).mode & 0o077).toBe(0);
  });

  it.each([
    '../outside',
    '../../etc/passwd',
    '/etc/passwd',
    '',
    '.',
    'BA7816BF',
    `${'a'.repeat(64)}/../x`,
    'a'.repeat(63),
  ])('takes %j for no key', async (key) => {
    await writeFile(join(root, 'outside'), 'not a stored file');
    expect(await storage.has(key)).toBe(false);
    await expect(storage.get(key)).rejects.toThrow(MissingObjectError);
  });

  it('says so when nothing is kept under a key', async () => {
    await expect(storage.get('0'.repeat(64))).rejects.toThrow(MissingObjectError);
    expect(await storage.has('0'.repeat(64))).toBe(false);
  });
});
