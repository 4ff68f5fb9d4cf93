import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { ContentFault } from './content-fault.js';
import type { SchemaName } from './schema-list.js';
import type { Schemas } from './schemas.js';

/** A text file is never larger; a larger one is a mistake, and is not read. */
const MAX_FILE_BYTES = 5 * 1024 * 1024;

type Path = (string | number)[];

/** The data of a YAML file, and where each value stands. */
export interface YamlData<T> {
  data: T;
  /** The line of a value, or of its key where it has one. */
  lineOf(path: Path): number;
}

/** A Markdown lesson: front matter and body. */
export interface MarkdownData<T> extends YamlData<T> {
  body: string;
  /** The line on which `body` begins. */
  bodyLine: number;
}

/** The files of one folder below content/, read once, with the faults found in them so far. */
export class ContentFolder {
  readonly faults: ContentFault[] = [];

  private constructor(
    /** Path within content/. */
    readonly path: string,
    private readonly byName: Map<string, Buffer>,
    private readonly schemas: Schemas,
    /** Ink files that stories may include, by name. */
    readonly stories: ReadonlyMap<string, string> = new Map(),
  ) {}

  static async read(root: string, path: string, schemas: Schemas): Promise<ContentFolder> {
    const base = join(root, path);
    const entries = await readdir(base, { recursive: true, withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name).slice(base.length + 1))
      .map((name) => name.replaceAll('\\', '/'))
      .sort();
    const files = new Map<string, Buffer>();
    for (const name of names) files.set(name, await readUpToLimit(join(base, name)));
    return new ContentFolder(path, files, schemas, await includedStories(root));
  }

  /** The same from memory: files as a draft or an archive holds them, by their path within the folder. */
  static of(
    path: string,
    files: ReadonlyMap<string, Buffer>,
    { schemas, stories }: { schemas: Schemas; stories: ReadonlyMap<string, string> },
  ): ContentFolder {
    const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
    return new ContentFolder(path, new Map(sorted), schemas, stories);
  }

  /** One file wherever it lies, named as it was given. A file over the limit is not read. */
  static async ofFile(file: string, schemas: Schemas): Promise<ContentFolder> {
    return new ContentFolder(dirname(file), new Map([[basename(file), await readUpToLimit(file)]]), schemas);
  }

  /** SHA-256 (hex) over names and bytes of all files and of the schemas that judge them. */
  hash(): string {
    const hash = createHash('sha256').update(this.schemas.text());
    for (const [name, text] of this.stories) hash.update(`${name}\0${text}\0`);
    for (const [name, bytes] of this.byName) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
    return hash.digest('hex');
  }

  /** Names of the files, in the order in which they are taught. */
  names(): string[] {
    return [...this.byName.keys()];
  }

  /** Names and bytes of the files, as they are. */
  files(): ReadonlyMap<string, Buffer> {
    return this.byName;
  }

  fault(file: string, line: number | null, message: ContentFault['message']): void {
    this.faults.push({ file: `${this.path}/${file}`, line, message });
  }

  private unreadable(file: string, line: number | null, message: ContentFault['message']): void {
    this.faults.push({ file: `${this.path}/${file}`, line, message, isUnreadable: true });
  }

  /** The text of a file as it is, without faults; null when it is missing or not UTF-8. */
  raw(name: string): string | null {
    const bytes = this.byName.get(name);
    return bytes && isUtf8(bytes) ? bytes.toString('utf8') : null;
  }

  /** The text of a file in NFC, or null with a fault when it is missing, too large or not UTF-8. */
  text(name: string): string | null {
    const bytes = this.byName.get(name);
    if (!bytes) {
      this.fault(name, null, { vi: 'Thiếu tệp này.', en: 'This file is missing.' });
      return null;
    }
    if (bytes.length > MAX_FILE_BYTES) {
      this.unreadable(name, null, { vi: 'Tệp lớn hơn 5 MB.', en: 'The file is over 5 MB.' });
      return null;
    }
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return text.normalize('NFC').replaceAll('\r\n', '\n');
    } catch {
      this.unreadable(name, null, { vi: 'Tệp không phải UTF-8.', en: 'The file is not UTF-8.' });
      return null;
    }
  }

  /** The data of a YAML file that fits its schema, or null with faults. Without a schema the caller judges the data. */
  yaml<T>(name: string, schema: SchemaName | null): YamlData<T> | null {
    const text = this.text(name);
    return text === null ? null : this.parse<T>({ name, text, firstLine: 1 }, schema);
  }

  /** Front matter and body of a Markdown lesson, or null with faults. */
  markdown<T>(name: string): MarkdownData<T> | null {
    const text = this.text(name);
    if (text === null) return null;
    const end = text.startsWith('---\n') ? text.indexOf('\n---\n', 3) : -1;
    if (end < 0) {
      this.fault(name, 1, {
        vi: 'Bài học phải mở đầu bằng phần khai báo giữa hai dòng ---.',
        en: 'A lesson begins with front matter between --- lines.',
      });
      return null;
    }
    const frontMatter = this.parse<T>({ name, text: text.slice(4, end), firstLine: 2 }, 'lesson');
    if (!frontMatter) return null;
    const rest = text.slice(end + 5);
    const body = rest.trim();
    const before = text.slice(0, end + 5) + rest.slice(0, rest.length - rest.trimStart().length);
    return { ...frontMatter, body, bodyLine: before.split('\n').length };
  }

  private parse<T>(
    { name, text, firstLine }: { name: string; text: string; firstLine: number },
    schema: SchemaName | null,
  ): YamlData<T> | null {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
    for (const error of document.errors) {
      const [first] = error.message.split('\n');
      this.unreadable(name, lineAt(error.pos[0]), {
        vi: `Không đọc được YAML: ${first}`,
        en: `Not valid YAML: ${first}`,
      });
    }
    if (document.errors.length > 0) return null;
    let data: unknown;
    try {
      data = document.toJS({ maxAliasCount: 0 });
    } catch {
      // The only fault left: aliases, with which a small file could grow without bounds.
      this.unreadable(name, firstLine, {
        vi: 'Không dùng ký hiệu & và * của YAML.',
        en: 'YAML aliases are not allowed.',
      });
      return null;
    }
    const faults = schema ? this.schemas.faultsOf(schema, data) : [];
    for (const { path, key, message } of faults) {
      this.fault(name, lineAt(offsetOf(document, key === undefined ? path : [...path, key])), message);
    }
    return faults.length > 0 ? null : { data: data as T, lineOf: (path) => lineAt(offsetOf(document, path)) };
  }
}

/** The Ink files of content/scenarios, which every course's stories may include, by name. */
export async function includedStories(root: string): Promise<Map<string, string>> {
  const folder = join(root, 'scenarios');
  const names = existsSync(folder) ? (await readdir(folder)).filter((name) => name.endsWith('.ink')).sort() : [];
  const stories = new Map<string, string>();
  for (const name of names) stories.set(name, (await readFile(join(folder, name), 'utf8')).normalize('NFC'));
  return stories;
}

/** A file over the limit is not read: what stands for it is as large as the limit allows and one byte more. */
async function readUpToLimit(file: string): Promise<Buffer> {
  const { size } = await stat(file);
  return size > MAX_FILE_BYTES ? Buffer.alloc(MAX_FILE_BYTES + 1) : readFile(file);
}

/** Where the value at a path, or the nearest one around it, begins: at its key if it has one. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const key = parent.items.map((pair) => pair.key).find((key) => isNode(key) && String(key) === String(last));
      if (isNode(key) && key.range) return key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}
