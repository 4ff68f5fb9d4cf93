import { figuresIn, keyOf, statingSentences, vouchedFigures, type Figure } from './figures.rules.js';

/** A sentence, table row or list item that cites articles and states figures. */
export interface Passage {
  /** From 1, within the text given. */
  line: number;
  codes: string[];
  figures: Figure[];
}

const LINK = /\[([^\]]*)\]\(law:(vn(?:\.[a-z0-9]+)+)\)/g;
/** What the employer is imagined to say is no statement of law. */
const QUOTED = /\*?["“][^"”]*["”]\*?/g;
const EXAMPLE = '::: vi-du';

/** The passages of a lesson, without its worked examples: their figures belong to the case. */
export function passagesOf(markdown: string): Passage[] {
  const passages: Passage[] = [];
  let inExample = false;
  for (const [index, line] of markdown.split('\n').entries()) {
    if (line.startsWith(':::')) inExample = line.startsWith(EXAMPLE);
    if (inExample) continue;
    const parts = line.startsWith('|') ? [line] : statingSentences(line.replace(/^\s*\d+\.\s/, ''));
    for (const part of parts) {
      const codes = [...part.matchAll(LINK)].map((match) => match[2] ?? '');
      if (codes.length === 0) continue;
      const words = part.replaceAll(LINK, ' ').replaceAll(QUOTED, ' ').replaceAll('*', '');
      const figures = figuresIn(words);
      if (figures.length > 0) passages.push({ line: index + 1, codes, figures });
    }
  }
  return passages;
}

/** Penalties of Decree 283/2026 are stated for individuals; an organisation pays twice that (Article 7). */
const DOUBLED = 'vn.nd283.2026.';

/** The entries of articles on a day, as far as they vouch for figures. */
export class VouchedFigures {
  private readonly known = new Map<string, Set<string>>();

  /** @param textOf everything the library says of an article on the content's day; null when it is not in force */
  constructor(private readonly textOf: (code: string) => string | null) {}

  /** Figures that none of the articles states. */
  unvouched(codes: string[], figures: Figure[]): Figure[] {
    return figures.filter((figure) => !codes.some((code) => this.vouches(code, figure)));
  }

  private vouches(code: string, figure: Figure): boolean {
    const known = this.figuresOf(code);
    if (known.has(keyOf(figure))) return true;
    return (
      code.startsWith(DOUBLED) && figure.unit === 'đồng' && known.has(keyOf({ ...figure, value: figure.value / 2 }))
    );
  }

  private figuresOf(code: string): Set<string> {
    const known = this.known.get(code) ?? vouchedFigures(this.textOf(code) ?? '');
    this.known.set(code, known);
    return known;
  }
}
