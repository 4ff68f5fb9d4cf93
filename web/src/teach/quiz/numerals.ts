const LARGEST = Number.MAX_VALUE;
const GROUPED = /^[-+]?\d{1,3}(\.\d{3})+(,\d+)?$/;
const PLAIN = /^[-+]?(\d+([.,]\d*)?|[.,]\d+)(e[-+]?\d{1,3})?$/i;

/** A number as it is typed in Viet Nam, "1.500" and "1,5", or with a decimal point; null when it is none. */
export function numberOf(typed: string): number | null {
  const text = typed.replace(/\s/g, '');
  if (GROUPED.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  const value = PLAIN.test(text) ? Number(text.replace(',', '.')) : NaN;
  return Number.isFinite(value) ? value + 0 : null;
}

/** What `numberOf` reads as exactly this number. */
export const numeral = (value: number): string => String(value).replace('.', ',');

/** Inclusive bounds of what is accepted as an answer. */
export interface Bounds {
  min: number;
  max: number;
}

export const ANY_NUMBER: Bounds = { min: -LARGEST, max: LARGEST };

/** Back to the decimal that was meant: 0.8 - 0.1 is 0.7000000000000001 to the machine. */
function decimal(value: number): number {
  return Math.min(Math.max(Number(value.toPrecision(14)), -LARGEST), LARGEST) + 0;
}

export function boundsAround(value: number, tolerance: number): Bounds {
  if (tolerance === 0) return { min: value, max: value };
  const reach = Math.abs(tolerance);
  return { min: decimal(value - reach), max: decimal(value + reach) };
}

/** Value and tolerance that mean exactly these bounds; null when there are none. */
export function aroundOf({ min, max }: Bounds): { value: number; tolerance: number } | null {
  if (min === max) return { value: min, tolerance: 0 };
  const value = decimal(min / 2 + max / 2);
  const tolerance = decimal(max - value);
  const read = boundsAround(value, tolerance);
  return read.min === min && read.max === max ? { value, tolerance } : null;
}
