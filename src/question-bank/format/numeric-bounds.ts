const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?$/i;

/** Catches every answer that no other entry matched. */
export const ANY_NUMBER = { min: -Number.MAX_VALUE, max: Number.MAX_VALUE };

/** A number as question files write it, with a point; null when it is none. */
export function numberOf(text: string): number | null {
  const value = NUMBER.test(text.trim()) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : null;
}

/** Inclusive bounds of a value with its tolerance. */
export function boundsAround(value: number, tolerance: number): { min: number; max: number } {
  const reach = Math.abs(tolerance);
  return { min: decimal(value - reach), max: decimal(value + reach) };
}

/** `5`, `5:0.5` (value and tolerance) or `4.5..5.5`; null when it is none of them. */
export function boundsOf(text: string): { min: number; max: number } | null {
  const range = text.indexOf('..');
  const colon = text.indexOf(':');
  const at = range > 0 ? range : colon;
  const parts = at < 0 ? [text, '0'] : [text.slice(0, at), text.slice(at + (range > 0 ? 2 : 1))];
  const [a = null, b = null] = parts.map(numberOf);
  if (a === null || b === null) return null;
  if (range > 0) return { min: positiveZero(Math.min(a, b)), max: positiveZero(Math.max(a, b)) };
  return boundsAround(a, b);
}

/** Value and tolerance that mean exactly these bounds; null when there are none. */
export function aroundOf({ min, max }: { min: number; max: number }): { value: number; tolerance: number } | null {
  const value = decimal(min / 2 + max / 2);
  const tolerance = decimal(max - value);
  const read = boundsAround(value, tolerance);
  return read.min === min && read.max === max ? { value, tolerance } : null;
}

/** 0.8 - 0.1 is 0.7000000000000001 to the machine, which would refuse an answer of 0.7: back to the decimal meant. */
function decimal(value: number): number {
  const nearest = Number(value.toPrecision(14));
  return positiveZero(Math.min(Math.max(nearest, -Number.MAX_VALUE), Number.MAX_VALUE));
}

function positiveZero(value: number): number {
  return value === 0 ? 0 : value;
}
