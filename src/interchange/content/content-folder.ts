import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { ContentFault } from './content-fault.js';

/** A text file is never larger; a larger one is a mistake, and is not read. */
const MAX_FILE_BYTES = 5 * 1024 * 1024;

export type SchemaName = 'course' | 'module' | 'quiz' | 'lesson' | 'law-document' | 'law-articles';

/** The files of one folder below content/, read once, with the faults found in them so far. */
export class ContentFolder {
  readonly faults: ContentFault[] = [];

  private constructor(
    /** Path within content/. */
    readonly path: string,
    private readonly files: Map<string, Buffer>,
    private readonly schemas: Schemas,
  ) {}

  static async read(root: string, path: string, schemas: Schemas): Promise<ContentFolder> {
    const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(join(root, path).length + 1)
          .replaceAll('\\', '/'),
      )
      .sort();
    const files = new Map<string, Buffer>();
    for (const name of names) files.set(name, await readFile(join(root, path, name)));
    return new ContentFolder(path, files, schemas);
  }

  /** SHA-256 (hex) over names and bytes of all files. */
  hash(): string {
    const hash = createHash('sha256');
    for (const [name, bytes] of this.files) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
    return hash.digest('hex');
  }

  names(): string[] {
    return [...this.files.keys()];
  }

  fault(file: string, line: number | null, message: ContentFault['message']): void {
    this.faults.push({ file: `${this.path}/${file}`, line, message });
  }

  /** The text of a file in NFC, or null with a fault when it is missing, too large or not UTF-8. */
  text(name: string): string | null {
    const bytes = this.files.get(name);
    if (!bytes) this.fault(name, null, { vi: 'Thiếu tệp này.', en: 'This file is missing.' });
    else if (bytes.length > MAX_FILE_BYTES)
      this.fault(name, null, { vi: 'Tệp lớn hơn 5 MB.', en: 'The file is over 5 MB.' });
    else {
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
      } catch {
        this.fault(name, null, { vi: 'Tệp không phải UTF-8.', en: 'The file is not UTF-8.' });
      }
    }
    return null;
  }

  /** The data of a YAML file that fits its schema, or null with faults. */
  yaml<T>(name: string, schema: SchemaName): T | null {
    const text = this.text(name);
    return text === null ? null : this.parse<T>({ name, text, firstLine: 1 }, schema);
  }

  /** Front matter and body of a Markdown lesson, or null with faults. */
  markdown<T>(name: string): { data: T; body: string } | null {
    const text = this.text(name);
    if (text === null) return null;
    const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text);
    if (!match) {
      this.fault(name, 1, {
        vi: 'Bài học phải mở đầu bằng phần khai báo giữa hai dòng ---.',
        en: 'A lesson begins with front matter between --- lines.',
      });
      return null;
    }
    const data = this.parse<T>({ name, text: match[1] ?? '', firstLine: 2 }, 'lesson');
    return data && { data, body: text.slice(match[0].length).trim() };
  }

  private parse<T>(
    { name, text, firstLine }: { name: string; text: string; firstLine: number },
    schema: SchemaName,
  ): T | null {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, maxAliasCount: 0 } as never);
    const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
    for (const error of document.errors) {
      this.fault(name, lineAt(error.pos[0]), {
        vi: `YAML không đọc được: ${error.code}.`,
        en: `Not valid YAML: ${error.message}`,
      });
    }
    if (document.errors.length > 0) return null;
    const data: unknown = document.toJS();
    const validate = this.schemas.get(schema);
    if (validate(data)) return data as T;
    for (const error of validate.errors ?? []) {
      this.fault(name, lineAt(offsetOf(document, error)), {
        vi: `Mục ${error.instancePath || '/'} chưa đúng: ${error.message ?? ''} ${detailOf(error)}`.trim(),
        en: `${error.instancePath || '/'} ${error.message ?? ''} ${detailOf(error)}`.trim(),
      });
    }
    return null;
  }
}

function detailOf(error: ErrorObject): string {
  const { additionalProperty, allowedValues } = error.params as {
    additionalProperty?: string;
    allowedValues?: unknown[];
  };
  return additionalProperty ? `(${additionalProperty})` : allowedValues ? `(${allowedValues.join(', ')})` : '';
}

function offsetOf(document: Document, error: ErrorObject): number {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(
      path.slice(0, length).map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
      true,
    ) as { range?: [number, number, number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}

/** The JSON Schemas of content/schemas: the same files serve editors, CI and the importer. */
export class Schemas {
  private readonly compiled = new Map<SchemaName, ValidateFunction>();

  private constructor() {}

  static async read(root: string): Promise<Schemas> {
    const ajv = new Ajv2020({ allErrors: true, strict: true });
    addFormats.default(ajv);
    const schemas = new Schemas();
    const names: SchemaName[] = ['course', 'module', 'quiz', 'lesson', 'law-document', 'law-articles'];
    for (const name of names) {
      const text = await readFile(join(root, 'schemas', `${name}.schema.json`), 'utf8');
      schemas.compiled.set(name, ajv.compile(JSON.parse(text) as object));
    }
    return schemas;
  }

  get(name: SchemaName): ValidateFunction {
    const validate = this.compiled.get(name);
    if (!validate) throw new Error(`No schema ${name}`);
    return validate;
  }
}
