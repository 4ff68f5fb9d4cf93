import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Problem } from '../../platform/problems/problem.js';
import { LessonFileDamaged, LessonFileTooLarge, LessonFileUnsafe } from './lesson-import.problems.js';

/** Word itself writes less than 60 even for tables in tables in text boxes. */
const MOST_DEPTH = 200;

/** Reads one part of a Word file tag by tag. Names lose their prefix; what has another prefix than the root is told apart by it. */
export abstract class DocxPartReader {
  /** Names of the open elements without prefix, the innermost last. */
  protected readonly path: string[] = [];
  /** `w` in almost every file; empty where the namespace is the default one. */
  protected prefix = '';
  private readonly parser = new SaxesParser();

  constructor(protected readonly xml: string) {
    this.parser.on('error', () => {
      throw LessonFileDamaged();
    });
    this.parser.on('doctype', () => {
      throw LessonFileUnsafe();
    });
    this.parser.on('opentag', (tag: SaxesTagPlain) => this.opened(tag));
    this.parser.on('closetag', (tag: SaxesTagPlain) => {
      this.close(localName(tag.name), tag);
      this.path.pop();
    });
    this.parser.on('text', (text) => this.text(text));
    this.parser.on('cdata', (text) => this.text(text));
  }

  /** @throws Problem */
  read(): this {
    try {
      this.parser.write(this.xml).close();
    } catch (error) {
      throw error instanceof Problem ? error : LessonFileDamaged();
    }
    return this;
  }

  private opened(tag: SaxesTagPlain): void {
    const name = localName(tag.name);
    if (this.path.length === 0 && tag.name.includes(':')) this.prefix = tag.name.slice(0, tag.name.indexOf(':'));
    if (this.path.length >= MOST_DEPTH) throw LessonFileTooLarge({ limit: 'nesting', most: MOST_DEPTH });
    this.path.push(name);
    this.open(name, tag);
  }

  /** Whether a tag belongs to Word's own words, not to a drawing inside them: both have a `p`. */
  protected isWord({ name }: SaxesTagPlain): boolean {
    return this.prefix === '' ? !name.includes(':') : name.startsWith(`${this.prefix}:`);
  }

  /** The offset behind the tag that was just reported. */
  protected get position(): number {
    return this.parser.position;
  }

  protected abstract open(name: string, tag: SaxesTagPlain): void;
  protected close(_name: string, _tag: SaxesTagPlain): void {}
  protected text(_text: string): void {}
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute by its name without prefix. */
export function attribute(tag: SaxesTagPlain, wanted: string): string | undefined {
  for (const [name, value] of Object.entries(tag.attributes)) if (localName(name) === wanted) return value;
  return undefined;
}

/** A number of at most six digits; null for everything else. */
export function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : null;
}

/** @throws Problem when the part is not UTF-8, the only encoding in which Word writes */
export function xmlText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw LessonFileDamaged();
  }
}

export interface Relation {
  target: string;
  /** The last word of its type, alike in the transitional and the strict format. */
  type: string;
  isExternal: boolean;
}

/** A `*.rels` part: what the ids in a part point to. */
export class RelationReader extends DocxPartReader {
  readonly relations = new Map<string, Relation>();

  protected open(name: string, { attributes }: SaxesTagPlain): void {
    if (name !== 'Relationship') return;
    this.relations.set(attributes['Id'] ?? '', {
      target: attributes['Target'] ?? '',
      type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
      isExternal: attributes['TargetMode'] === 'External',
    });
  }
}

/** All words of a part, such as a header. */
export class WordsReader extends DocxPartReader {
  words = '';

  protected open(name: string): void {
    if (name === 'p' || name === 'tab') this.words += ' ';
  }

  protected override text(text: string): void {
    if (this.path.at(-1) === 't') this.words += text;
  }
}
