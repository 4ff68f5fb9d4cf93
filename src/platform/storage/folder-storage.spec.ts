import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
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

  it('keeps a file under its name until it is deleted, and deletes no paper with it', async () => {
    const [from, to] = [join(root, 'from'), join(root, 'to')];
    await writeFile(from, 'danh sách');
    const paper = await storage.put(Buffer.from('danh sách'));
    const name = randomUUID();
    await storage.putFile(name, from);
    await storage.fetchFile(name, to);
    expect(await readFile(to, 'utf8')).toBe('danh sách');
    await storage.delete(name);
    await storage.delete(name);
    await expect(storage.fetchFile(name, to)).rejects.toThrow(MissingObjectError);
    expect(await storage.has(paper)).toBe(true);
  });

  it('keeps bytes under a name in the same way', async () => {
    const name = randomUUID();
    await storage.putNamed(name, Buffer.from('ảnh'));
    expect((await storage.getNamed(name)).toString()).toBe('ảnh');
    await storage.delete(name);
    await expect(storage.getNamed(name)).rejects.toThrow(MissingObjectError);
    await expect(storage.putNamed('../ngoai', Buffer.from('x'))).rejects.toThrow(MissingObjectError);
  });

  it('deletes nothing that is no name of a file for a while', async () => {
    const paper = await storage.put(Buffer.from('abc'));
    for (const name of [paper, '../files', `../${paper.slice(0, 2)}/${paper}`, '']) {
      await expect(storage.delete(name)).rejects.toThrow(MissingObjectError);
    }
    await storage.delete(randomUUID());
    expect(await storage.has(paper)).toBe(true);
  });

  it('says so when nothing is kept under a key', async () => {
    await expect(storage.get('0'.repeat(64))).rejects.toThrow(MissingObjectError);
    expect(await storage.has('0'.repeat(64))).toBe(false);
  });
});
