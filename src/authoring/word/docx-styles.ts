import type { SaxesTagPlain } from 'saxes';
import { attribute, DocxPartReader, wholeNumber } from './docx-xml.js';

interface Style {
  name: string;
  basedOn: string | null;
  outline: number | null;
  numId: string | null;
  level: number | null;
}

/** What a paragraph's style says, its ancestors included. */
export interface StyleFacts {
  name: string;
  /** 1 to 9. */
  heading: number | null;
  isTitle: boolean;
  isContents: boolean;
  numId: string | null;
  level: number | null;
}

/** Word keeps the English names of its own styles in every language; other programs translate them. */
const HEADING = /^(?:heading|đầu đề|tiêu đề|đề mục|mục)\s*([1-9])$/iu;
const TITLE = /^(?:title|tiêu đề|đầu đề|tên bài|tên bài giảng)$/iu;
const CONTENTS = /^(?:toc|mục lục|contents)(?:\s*(?:\d|heading))?$/iu;

/** A chain of styles longer than this is a circle. */
const MOST_ANCESTORS = 20;

const NONE: StyleFacts = { name: '', heading: null, isTitle: false, isContents: false, numId: null, level: null };

/** `styles.xml`. */
export class StyleReader extends DocxPartReader {
  private readonly styles = new Map<string, Style>();
  private readonly known = new Map<string, StyleFacts>();
  private current: Style | null = null;

  /** @param id as a paragraph names it */
  facts(id: string | null): StyleFacts {
    if (id === null) return NONE;
    const known = this.known.get(id) ?? this.resolve(id);
    this.known.set(id, known);
    return known;
  }

  private resolve(id: string): StyleFacts {
    // Files with styles but without their list: "Heading1" is plain enough.
    const facts = { ...NONE, name: this.styles.get(id)?.name ?? id.replace(/(\D)(\d)$/, '$1 $2') };
    let style = this.styles.get(id) ?? { name: facts.name, basedOn: null, outline: null, numId: null, level: null };
    for (let step = 0; step < MOST_ANCESTORS; step += 1) {
      const name = style.name.normalize('NFC');
      facts.isTitle ||= facts.heading === null && TITLE.test(name);
      facts.isContents ||= CONTENTS.test(name);
      facts.heading ??= facts.isTitle ? null : headingOf(style, name);
      facts.numId ??= style.numId;
      facts.level ??= style.level;
      const parent = this.styles.get(style.basedOn ?? '');
      if (!parent) break;
      style = parent;
    }
    return facts;
  }

  protected open(name: string, tag: SaxesTagPlain): void {
    const value = attribute(tag, 'val');
    if (name === 'style') {
      this.current = { name: '', basedOn: null, outline: null, numId: null, level: null };
      const id = attribute(tag, 'styleId') ?? '';
      if (!this.styles.has(id)) this.styles.set(id, this.current);
    } else if (this.current === null) return;
    else if (name === 'name' && this.path.at(-2) === 'style') this.current.name = value ?? '';
    else if (name === 'basedOn') this.current.basedOn = value ?? null;
    else if (name === 'outlineLvl') this.current.outline = wholeNumber(value);
    else if (name === 'numId') this.current.numId = value ?? null;
    else if (name === 'ilvl') this.current.level = wholeNumber(value);
  }

  protected override close(name: string): void {
    if (name === 'style') this.current = null;
  }
}

function headingOf({ outline }: Style, name: string): number | null {
  const digit = HEADING.exec(name)?.[1];
  if (digit !== undefined) return Number(digit);
  // Level 10, written as 9, is body text.
  return outline !== null && outline < 9 ? outline + 1 : null;
}
