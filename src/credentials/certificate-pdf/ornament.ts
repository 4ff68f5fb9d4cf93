/**
 * Guilloche as PDF operators. A band repeats one wave, a rosette one petal, moved or turned by the same matrix each
 * time: the repeated text compresses to almost nothing (11 kB for everything on the paper instead of 95).
 */

const round = (n: number) => String(Math.round(n * 100) / 100);
const exact = (n: number) => n.toFixed(5);

/** A sine from trough to crest is a cubic Bézier with its handles at this share of the half wave (error < 1 %). */
const SINE_HANDLE = 0.3642;

interface Band {
  length: number;
  /** Wanted length of a wave; made to fit the length a whole number of times. */
  wavelength: number;
  amplitude: number;
  /** Lines of one ribbon, evenly shifted against each other. */
  lines: number;
  /** Shift between the first and the last line, in waves. */
  spread: number;
}

/** One whole wave of one line, beginning at a trough. */
function wave(from: number, wavelength: number, amplitude: number): string {
  const half = wavelength / 2;
  const handle = half * SINE_HANDLE;
  const [a, b] = [-amplitude, amplitude];
  const [middle, to] = [from + half, from + wavelength];
  return [
    `${round(from)} ${round(a)} m`,
    `${[from + handle, a, middle - handle, b, middle, b].map(round).join(' ')} c`,
    `${[middle + handle, b, to - handle, a, to, a].map(round).join(' ')} c`,
  ].join('\n');
}

/**
 * A woven band along the x axis: two ribbons of sine lines, half a wave apart, mirror each other, so that the band looks
 * the same from both of its edges. Begins before 0 and ends beyond `length`: clip it.
 */
export function band({ length, wavelength, amplitude, lines, spread }: Band): string {
  const waves = Math.max(1, Math.round(length / wavelength));
  const own = length / waves;
  const shifts = [0, 0.5].flatMap((turn) =>
    Array.from({ length: lines }, (_, i) => turn + (i / Math.max(1, lines - 1) - 0.5) * spread),
  );
  const one = shifts.map((shift) => wave((shift - 1) * own, own, amplitude)).join('\n');
  return `q\n${`${one}\nS\n1 0 0 1 ${exact(own)} 0 cm\n`.repeat(waves + 2)}Q`;
}

interface Rosette {
  radius: number;
  /** Depth of the petals as a share of the radius. */
  depth: number;
  petals: number;
  /** Curves turned against each other. */
  curves: number;
  /** How much the innermost curve is smaller, as a share of the radius. */
  core?: number;
  /** Half of the curves turned one way and half the other, instead of all one way. */
  mirrored?: boolean;
}

const SAMPLES_PER_PETAL = 12;

/** A rosette around the origin: curves r(θ) = a + b·cos(petals·θ + shift), each turned and shrunk a little further. */
export function rosette({ radius, depth, petals, curves, core = 0, mirrored = false }: Rosette): string {
  const sector = (2 * Math.PI) / petals;
  const petal = Array.from({ length: curves }, (_, k) => {
    const share = k / curves;
    const outer = radius * (1 - core * share);
    const swing = (outer * depth) / 2;
    const shift = mirrored && k % 2 === 1 ? -Math.PI * (share - 1 / curves) : (mirrored ? 1 : 2) * Math.PI * share;
    return openCurve((i) => {
      const angle = (sector * i) / SAMPLES_PER_PETAL;
      const r = outer - swing + swing * Math.cos(petals * angle + shift);
      return [r * Math.cos(angle), r * Math.sin(angle)];
    });
  }).join('\n');
  const [cos, sin] = [exact(Math.cos(sector)), exact(Math.sin(sector))];
  return `q 1 J\n${`${petal}\nS\n${cos} ${sin} ${exact(-Math.sin(sector))} ${cos} 0 0 cm\n`.repeat(petals)}Q`;
}

/** A smooth curve through the points of one petal (Catmull–Rom as Béziers), joining its neighbours without a kink. */
function openCurve(point: (i: number) => [number, number]): string {
  const path = [`${point(0).map(round).join(' ')} m`];
  for (let i = 0; i < SAMPLES_PER_PETAL; i += 1) {
    const [before, from, to, after] = [point(i - 1), point(i), point(i + 1), point(i + 2)];
    const c1 = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const c2 = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    path.push(`${[...c1, ...c2, ...to].map(round).join(' ')} c`);
  }
  return path.join('\n');
}

/** A circle around the origin as one closed path. */
export function circle(radius: number): string {
  const k = radius * 0.5523;
  const r = radius;
  const quarters = [
    [r, k, k, r, 0, r],
    [-k, r, -r, k, -r, 0],
    [-r, -k, -k, -r, 0, -r],
    [k, -r, r, -k, r, 0],
  ];
  return [`${round(r)} 0 m`, ...quarters.map((c) => `${c.map(round).join(' ')} c`), 'h'].join('\n');
}
