/** Width in points of a text in one font at one size. */
export type Measure = (text: string, size: number) => number;

export interface FitRule {
  maxWidth: number;
  /** Sizes in points, the wanted one first. */
  sizes: number[];
  maxLines: number;
}

export interface FittedText {
  lines: string[];
  size: number;
}

/** Breaks words greedily; a word wider than the line stands alone. */
function wrap(words: string[], maxWidth: number, width: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && width(longer) > maxWidth) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** The narrowest width that needs no more lines: two lines of equal length look set, one and a half look broken. */
function balance(words: string[], maxWidth: number, width: (text: string) => number): string[] {
  const count = wrap(words, maxWidth, width).length;
  let narrow = 0;
  let wide = maxWidth;
  while (wide - narrow > 1) {
    const middle = (narrow + wide) / 2;
    const fits = wrap(words, middle, width);
    if (fits.length <= count && fits.every((line) => width(line) <= maxWidth)) wide = middle;
    else narrow = middle;
  }
  return wrap(words, wide, width);
}

/**
 * The largest of the sizes at which the text fits into `maxLines` lines of `maxWidth`, with the lines balanced. One line
 * at a smaller size is preferred to two at a larger one only while it costs at most a fifth of the size.
 */
export function fitText(text: string, rule: FitRule, measure: Measure): FittedText {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const wanted = rule.sizes[0] ?? 12;
  const single = rule.sizes.find((size) => size >= wanted * 0.8 && measure(text, size) <= rule.maxWidth);
  if (single !== undefined) return { lines: words.length > 0 ? [words.join(' ')] : [], size: single };
  for (const size of rule.sizes) {
    const width = (part: string) => measure(part, size);
    const lines = balance(words, rule.maxWidth, width);
    if (lines.length <= rule.maxLines && lines.every((line) => width(line) <= rule.maxWidth)) return { lines, size };
  }
  return squeeze(words.join(' '), rule, measure);
}

/** Nothing fitted: the smallest size, broken anywhere, and smaller still until it does. Ugly beats cut off. */
function squeeze(text: string, { maxWidth, sizes, maxLines }: FitRule, measure: Measure): FittedText {
  for (let size = sizes.at(-1) ?? 8; size > 1; size *= 0.9) {
    const lines = wrapAnywhere(text, maxWidth, (part) => measure(part, size));
    if (lines.length <= maxLines) return { lines, size };
  }
  return { lines: [text], size: 1 };
}

function wrapAnywhere(text: string, maxWidth: number, width: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const letter of text) {
    if (line !== '' && width(line + letter) > maxWidth) {
      lines.push(line.trim());
      line = '';
    }
    line += letter;
  }
  return [...lines, line.trim()];
}
