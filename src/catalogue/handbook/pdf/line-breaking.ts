import type { Run } from '../lesson-document.js';
import { boundTogether, printable, UNBREAKING, widthOf, type FaceName } from './faces.js';

/** How a piece of text looks. */
export interface Look {
  face: FaceName;
  size: number;
  colour: string;
  /** Points that it stands above its line. */
  rise: number;
  link: Run['link'] | null;
  strike: boolean;
}

/** Text of one look within a line; `x` from the line's beginning. */
export interface Segment {
  text: string;
  look: Look;
  x: number;
  width: number;
}

export interface Line {
  segments: Segment[];
  width: number;
  /** Ends a sentence's paragraph or a forced line: no space is owed to the next. */
  last: boolean;
}

interface Piece {
  text: string;
  look: Look;
}

/** Pieces that no line separates. */
interface Word {
  pieces: Piece[];
  width: number;
  spaceBefore: Piece | null;
  breakBefore: boolean;
}

const widthOfPiece = ({ text, look }: Piece): number => widthOf(look.face, text) * look.size;

/** Lines no wider than `maxWidth`; a word wider than that is broken where it has to be. */
export function breakLines(runs: Run[], lookOf: (run: Run) => Look, maxWidth: number): Line[] {
  const lines: Line[] = [];
  let line: Line = { segments: [], width: 0, last: false };
  const close = (last: boolean) => {
    lines.push({ ...line, last });
    line = { segments: [], width: 0, last: false };
  };
  for (const word of wordsOf(runs, lookOf).flatMap((each) => fitting(each, maxWidth))) {
    if (word.breakBefore) close(true);
    const space = line.segments.length > 0 ? word.spaceBefore : null;
    const gap = space ? widthOfPiece(space) : 0;
    if (line.segments.length > 0 && line.width + gap + word.width > maxWidth) close(false);
    else if (space) append(line, space);
    for (const piece of word.pieces) append(line, piece);
  }
  if (line.segments.length > 0 || lines.length === 0) close(true);
  return lines;
}

/** A space that did not break is printed as any other: what is searched for in the file is typed with plain ones. */
function append(line: Line, { text, look }: Piece): void {
  const piece = { text: text.replaceAll(UNBREAKING, ' '), look };
  const width = widthOfPiece(piece);
  const last = line.segments.at(-1);
  if (last && last.look === piece.look) {
    last.text += piece.text;
    last.width += width;
  } else {
    line.segments.push({ ...piece, x: line.width, width });
  }
  line.width += width;
}

function wordsOf(runs: Run[], lookOf: (run: Run) => Look): Word[] {
  const words: Word[] = [];
  let space: Piece | null = null;
  let breakBefore = false;
  let open = false;
  for (const run of runs) {
    const look = lookOf(run);
    for (const text of boundTogether(printable(run.text)).match(/\n| +|[^ \n]+/g) ?? []) {
      if (text === '\n' || text.startsWith(' ')) {
        if (text === '\n') breakBefore = true;
        else space = { text: ' ', look };
        open = false;
        continue;
      }
      const piece = { text, look };
      const current = words.at(-1);
      if (open && current) {
        current.pieces.push(piece);
        current.width += widthOfPiece(piece);
      } else {
        words.push({ pieces: [piece], width: widthOfPiece(piece), spaceBefore: space, breakBefore });
      }
      open = true;
      space = null;
      breakBefore = false;
    }
  }
  return words;
}

/** A word as it is, or in parts that fit: after a stroke or hyphen if that helps, else letter by letter. */
function fitting(word: Word, maxWidth: number): Word[] {
  if (word.width <= maxWidth) return [word];
  const parts = word.pieces.flatMap(({ text, look }) =>
    (text.match(/[^/-]*[/-]+|[^/-]+/g) ?? []).flatMap((part) => {
      const piece = { text: part, look };
      return widthOfPiece(piece) <= maxWidth ? [piece] : [...part].map((letter) => ({ text: letter, look }));
    }),
  );
  return parts.map((piece, index) => ({
    pieces: [piece],
    width: widthOfPiece(piece),
    spaceBefore: index === 0 ? word.spaceBefore : null,
    breakBefore: index === 0 && word.breakBefore,
  }));
}

/** Width of the widest word: what a column needs at least. */
export function widestWord(runs: Run[], lookOf: (run: Run) => Look): number {
  return Math.max(0, ...wordsOf(runs, lookOf).map(({ width }) => width));
}

/** Width without any break but forced ones. */
export function fullWidth(runs: Run[], lookOf: (run: Run) => Look): number {
  return Math.max(0, ...breakLines(runs, lookOf, Infinity).map(({ width }) => width));
}
