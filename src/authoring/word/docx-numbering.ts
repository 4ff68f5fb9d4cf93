import type { SaxesTagPlain } from 'saxes';
import { attribute, DocxPartReader, wholeNumber } from './docx-xml.js';

interface Level {
  start: number;
  format: string;
  /** `%1.%2)`. */
  text: string;
  /** Style whose paragraphs stand on this level. */
  style: string | null;
}

interface AbstractList {
  levels: Map<number, Level>;
  /** A style of numbering that has the levels instead. */
  link: string | null;
}

interface List {
  abstractId: string;
  starts: Map<number, number>;
}

/** Where a paragraph stands in a list. */
export interface ListPlace {
  /** Paragraphs of one list and level follow each other in it. */
  list: string;
  /** From 0 to 8. */
  level: number;
  /** null for a bullet. */
  number: number | null;
  /** Whether it counts in letters or Roman numbers. */
  isLettered: boolean;
  /** As Word shows it: `1.2.` or `Chương II`; empty for a bullet. */
  label: string;
}

const MOST_LEVELS = 9;

/** `numbering.xml`, and the counters of its lists while a document is read from its beginning. */
export class NumberingReader extends DocxPartReader {
  private readonly abstracts = new Map<string, AbstractList>();
  private readonly lists = new Map<string, List>();
  /** Lists by the style of numbering that they define. */
  private readonly linked = new Map<string, string>();
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();
  private abstract: AbstractList | null = null;
  private level: Level | null = null;
  private list: List | null = null;
  private overridden: number | null = null;

  /** The next number of a list. @returns null where the list does not exist or shows nothing */
  next(numId: string, wanted: number | null, styleId: string | null): ListPlace | null {
    const list = this.lists.get(numId);
    const abstract = list && this.abstractOf(list.abstractId);
    if (!list || !abstract) return null;
    const at = Math.min(wanted ?? levelOfStyle(abstract, styleId), MOST_LEVELS - 1);
    const level = abstract.levels.get(at);
    if (!level || level.format === 'none') return null;
    if (level.format === 'bullet') return { list: numId, level: at, number: null, isLettered: false, label: '' };
    const counters = this.counters.get(list.abstractId) ?? [];
    this.counters.set(list.abstractId, counters);
    if (!this.begun.has(numId)) for (const [index, start] of list.starts) counters[index] = start - 1;
    this.begun.add(numId);
    for (let above = 0; above < at; above += 1) counters[above] ??= abstract.levels.get(above)?.start ?? 1;
    counters[at] = (counters[at] ?? level.start - 1) + 1;
    counters.length = at + 1;
    return {
      list: numId,
      level: at,
      number: counters[at],
      isLettered: /letter|roman/i.test(level.format),
      label: labelOf(level, abstract, counters),
    };
  }

  private abstractOf(id: string): AbstractList | undefined {
    const own = this.abstracts.get(id);
    if (own?.link == null) return own;
    return this.abstracts.get(this.linked.get(own.link) ?? '') ?? own;
  }

  protected open(name: string, tag: SaxesTagPlain): void {
    const value = attribute(tag, 'val');
    if (name === 'abstractNum') {
      this.abstract = { levels: new Map(), link: null };
      this.abstracts.set(attribute(tag, 'abstractNumId') ?? '', this.abstract);
    } else if (name === 'num') {
      this.list = { abstractId: '', starts: new Map() };
      this.lists.set(attribute(tag, 'numId') ?? '', this.list);
    } else if (name === 'abstractNumId' && this.list) this.list.abstractId = value ?? '';
    else if (name === 'lvlOverride') this.overridden = wholeNumber(attribute(tag, 'ilvl'));
    else if (name === 'startOverride' && this.list && this.overridden !== null)
      this.list.starts.set(this.overridden, wholeNumber(value) ?? 1);
    else if (this.abstract) this.openWithin(this.abstract, name, tag);
  }

  private openWithin(abstract: AbstractList, name: string, tag: SaxesTagPlain): void {
    const value = attribute(tag, 'val');
    if (name === 'numStyleLink') abstract.link = value ?? null;
    else if (name === 'styleLink') this.linked.set(value ?? '', [...this.abstracts.keys()].at(-1) ?? '');
    else if (name === 'lvl') {
      this.level = { start: 1, format: 'decimal', text: '', style: null };
      abstract.levels.set(wholeNumber(attribute(tag, 'ilvl')) ?? 0, this.level);
    } else if (!this.level) return;
    else if (name === 'start') this.level.start = wholeNumber(value) ?? 1;
    else if (name === 'numFmt') this.level.format = value ?? 'decimal';
    else if (name === 'lvlText') this.level.text = value ?? '';
    else if (name === 'pStyle') this.level.style = value ?? null;
  }

  protected override close(name: string): void {
    if (name === 'abstractNum') this.abstract = null;
    else if (name === 'lvl') this.level = null;
    else if (name === 'num') this.list = null;
    else if (name === 'lvlOverride') this.overridden = null;
  }
}

function levelOfStyle({ levels }: AbstractList, styleId: string | null): number {
  for (const [index, { style }] of levels) if (style !== null && style === styleId) return index;
  return 0;
}

function labelOf(level: Level, { levels }: AbstractList, counters: readonly (number | undefined)[]): string {
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    return written(counters[at] ?? 1, levels.get(at)?.format ?? 'decimal');
  });
}

function written(number: number, format: string): string {
  const text = /letter/i.test(format) ? letters(number) : /roman/i.test(format) ? roman(number) : String(number);
  return format.startsWith('lower') ? text.toLowerCase() : text;
}

/** Word doubles the letters behind Z: AA, BB. */
function letters(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return letter.repeat(Math.min(Math.ceil(number / 26), 10));
}

const ROMAN = [
  ...([
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
  ] as const),
  ...([
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const),
];

function roman(number: number): string {
  if (number > 3999) return String(number);
  let rest = number;
  let text = '';
  for (const [value, sign] of ROMAN)
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  return text;
}
