/** A size of paper with its type. Lengths in points. */
export interface Paper {
  width: number;
  height: number;
  margin: { top: number; bottom: number; side: number };
  /** Size of the body text; everything else is measured by it. */
  size: number;
}

/**
 * A4 is for the printer: about 75 letters a line. A5 is for the phone, held upright it is shown at less than half its
 * size: larger letters, narrow margins, about 55 a line.
 */
export const PAPERS = {
  a4: { width: 595.28, height: 841.89, margin: { top: 80, bottom: 76, side: 84 }, size: 10.5 },
  a5: { width: 419.53, height: 595.28, margin: { top: 50, bottom: 46, side: 30 }, size: 12 },
} as const satisfies Record<string, Paper>;

export type PaperName = keyof typeof PAPERS;

/** Height of a line, in sizes of its letters: room for two marks above an E and one below. */
export const LEADING = 1.5;

/** The colours of the platform. */
export const INK = '#1B2430';
export const SOFT = '#414D5C';
export const BLUE = '#0B4F8A';
export const LINE = '#C9D3DE';

/** The tint of a box and the colour of its edge and title. */
export interface BoxColours {
  tint: string;
  edge: string;
}

const BLUE_BOX = { tint: '#EEF4F9', edge: BLUE };
const GREEN_BOX = { tint: '#EAF5EE', edge: '#0F6A38' };
const GOLD_BOX = { tint: '#FCF6E6', edge: '#855F00' };

export function boxColours(name: string): BoxColours {
  if (name === 'ghi-nho') return GREEN_BOX;
  return name === 'luu-y' || name === 'nghi-van' ? GOLD_BOX : BLUE_BOX;
}
