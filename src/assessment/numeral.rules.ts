const GROUPED = (separator: string) => `[1-9]\\d{0,2}(?:${separator}\\d{3})+`;
const NUMERAL = (thousands: string, decimal: string) =>
  new RegExp(`^([+-]?)(?:(${GROUPED(thousands)}|${GROUPED(' ')}|\\d+)(?:${decimal}(\\d*))?|${decimal}(\\d+))$`);

/** Vietnamese writes 1.234,5 and English 1,234.5; both also group by spaces. */
const VIETNAMESE = NUMERAL('\\.', ',');
const ENGLISH = NUMERAL(',', '\\.');

/**
 * The numbers that a typed numeral may mean, in the Vietnamese and in the English way of writing; none when it is no
 * numeral. "1.234" is 1234 to one reader and 1.234 to another: both are returned, and an answer counts when either is
 * right, because marking somebody wrong for a separator tests the keyboard and not the law. Full-width digits, a typed
 * minus sign (−) and the unit shown behind the field are taken as well.
 */
export function readNumeral(text: string, unit?: string): number[] {
  const plain = withoutUnit(clean(text), unit === undefined ? '' : clean(unit));
  const readings = [VIETNAMESE, ENGLISH].flatMap((form) => {
    const match = form.exec(plain);
    if (!match) return [];
    const [, sign, whole = '0', fraction, onlyFraction] = match;
    return Number(`${sign}${whole.replace(/\D/g, '')}.${fraction || onlyFraction || '0'}`);
  });
  return [...new Set(readings)];
}

function clean(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').replace(/[−–]/g, '-').trim().toLowerCase();
}

function withoutUnit(text: string, unit: string): string {
  return unit !== '' && text.endsWith(unit) ? text.slice(0, -unit.length).trimEnd() : text;
}
