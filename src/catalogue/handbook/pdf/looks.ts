import type { Run } from '../lesson-document.js';
import type { FaceName } from './faces.js';
import type { Look } from './line-breaking.js';
import { BLUE, SOFT } from './paper.js';

/** What all text of a passage has in common. */
export interface Passage {
  face: FaceName;
  size: number;
  colour: string;
}

/** Looks are compared by identity when lines are made, so equal ones are one. */
export class Looks {
  private readonly known = new Map<string, Look>();

  /** @param linked whether a link leads somewhere from this book */
  constructor(private readonly linked: (link: NonNullable<Run['link']>) => boolean) {}

  of(passage: Passage): (run: Run) => Look {
    return (run) => {
      const link = run.link && this.linked(run.link) ? run.link : null;
      const size = run.raised ? passage.size * 0.68 : passage.size;
      return this.one({
        ...{ face: faceOf(passage.face, run), size, link, strike: run.strike ?? false },
        colour: link ? BLUE : run.code ? SOFT : passage.colour,
        rise: run.raised === 'sup' ? passage.size * 0.34 : run.raised === 'sub' ? -passage.size * 0.14 : 0,
      });
    };
  }

  plain(passage: Passage): Look {
    return this.of(passage)({ text: '' });
  }

  private one(look: Look): Look {
    const key = JSON.stringify(look);
    const known = this.known.get(key) ?? look;
    this.known.set(key, known);
    return known;
  }
}

function faceOf(face: FaceName, { bold, italic }: Run): FaceName {
  const heavy = bold === true || face === 'semibold';
  if (face === 'bold') return 'bold';
  if (heavy) return italic ? 'semibold-italic' : 'semibold';
  return italic || face === 'italic' ? 'italic' : face;
}
