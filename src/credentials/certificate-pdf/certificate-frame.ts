import { deflateSync } from 'node:zlib';
import { band, circle, rosette } from './ornament.js';
import { BLUE, GOLD, PAGE, SEAL } from './paper.js';

/** Distances from the edge of the page, in points: outside what office printers leave white (5 mm = 14 pt). */
const OUTER_RULE = 25;
const BAND = { from: 28.5, to: 50.5 };
const INNER_RULE = 54;
const CENTRE_LINE = (BAND.from + BAND.to) / 2;
const HALF_BAND = (BAND.to - BAND.from) / 2;
const CORNER_RADIUS = 18.5;

/** `#RRGGBB` as the operands of a PDF colour operator. */
function rgb(hex: string): string {
  return [1, 3, 5].map((i) => (Number.parseInt(hex.slice(i, i + 2), 16) / 255).toFixed(3)).join(' ');
}

const inked = (lines: string, colour: string, width: number) => `${rgb(colour)} RG ${width} w\n${lines}`;
const placed = (content: string, matrix: string) => `q ${matrix} cm\n${content}\nQ`;

function rule(inset: number, colour: string, width: number): string {
  const w = PAGE.width - 2 * inset;
  const h = PAGE.height - 2 * inset;
  return inked(`${inset} ${inset} ${w.toFixed(2)} ${h.toFixed(2)} re S`, colour, width);
}

/** A side of the band along the x axis, clipped to its length, between two corner rosettes. */
function side(length: number): string {
  const clip = `0 ${-HALF_BAND} ${length.toFixed(2)} ${2 * HALF_BAND} re W n`;
  const woven = [
    inked(band({ length, wavelength: 42, amplitude: HALF_BAND - 0.8, lines: 6, spread: 0.3 }), BLUE, 0.3),
    inked(band({ length, wavelength: 21, amplitude: HALF_BAND * 0.42, lines: 4, spread: 0.4 }), GOLD, 0.35),
  ];
  return `q ${clip}\n${woven.join('\n')}\nQ`;
}

function corner(): string {
  const r = CORNER_RADIUS;
  return [
    `1 1 1 rg\n${circle(r)}\nf`,
    inked(rosette({ radius: r - 1.2, depth: 0.5, petals: 12, curves: 5 }), BLUE, 0.3),
    inked(rosette({ radius: r * 0.48, depth: 0.75, petals: 8, curves: 3 }), GOLD, 0.35),
    inked(`${circle(r)} S`, BLUE, 0.9),
  ].join('\n');
}

/** The border: two rules, four woven sides, four rosettes. Made once; the bytes are the same on every certificate. */
function makeFrame(): string {
  const across = PAGE.width - 2 * CENTRE_LINE;
  const down = PAGE.height - 2 * CENTRE_LINE;
  const [left, right] = [CENTRE_LINE, PAGE.width - CENTRE_LINE];
  const [top, bottom] = [CENTRE_LINE, PAGE.height - CENTRE_LINE];
  const horizontal = side(across);
  const vertical = side(down);
  const corners = [left, right].flatMap((x) => [top, bottom].map((y) => placed(corner(), `1 0 0 1 ${x} ${y}`)));
  return [
    rule(OUTER_RULE, BLUE, 1.1),
    placed(horizontal, `1 0 0 1 ${left} ${top}`),
    placed(horizontal, `-1 0 0 -1 ${right} ${bottom}`),
    placed(vertical, `0 1 -1 0 ${left} ${top}`),
    placed(vertical, `0 -1 1 0 ${right} ${bottom}`),
    rule(INNER_RULE, GOLD, 0.8),
    rule(INNER_RULE + 3, BLUE, 0.3),
    ...corners,
  ].join('\n');
}

/** A large rosette behind the text, light enough (1.3:1 against white) to leave the contrast of the ink alone. */
function makeWatermark(): string {
  const tint = '#D9E5F0';
  const lines = [
    inked(rosette({ radius: 168, depth: 0.36, petals: 24, curves: 14, core: 0.3, mirrored: true }), tint, 0.4),
    inked(rosette({ radius: 80, depth: 0.8, petals: 12, curves: 6 }), tint, 0.4),
  ].join('\n');
  return placed(lines, `1 0 0 1 ${PAGE.width / 2} ${PAGE.height / 2 - 10}`);
}

/** Where a stamp and a signature go on a printed copy: a light gold rosette. */
function makeSeal(): string {
  const tint = '#D8C48F';
  const { x, y, radius } = SEAL;
  const lines = [
    inked(rosette({ radius, depth: 0.3, petals: 20, curves: 5 }), tint, 0.35),
    inked(rosette({ radius: radius * 0.62, depth: 0.8, petals: 10, curves: 5 }), tint, 0.35),
  ].join('\n');
  return placed(lines, `1 0 0 1 ${x} ${y}`);
}

/** Name of the ornament among the page's resources. */
export const ORNAMENT_NAME = 'Ornament';

/** PDF operators of everything on the paper that says nothing, compressed once for every certificate of this thread. */
export const ORNAMENT = deflateSync(Buffer.from(`${makeWatermark()}\n${makeSeal()}\n${makeFrame()}`, 'latin1'), {
  level: 9,
});
