import pg from 'pg';

// Type numbers of PostgreSQL's catalogue (pg_type.dat); fixed for good.
const INT8 = 20;
const DATE = 1082;
const NUMERIC = 1700;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;
const NUMERIC_ARRAY = 1231;
const TEXT_ARRAY = 1009;

/** Digits that a double holds exactly, whatever they are. */
const EXACT_DIGITS = 15;

type Parser = (text: string) => unknown;

/** pg's own parsers. Its types know only the numbers it has names for. */
const defaultParser = pg.types.getTypeParser as (oid: number, format?: 'text' | 'binary') => Parser;
const parseTextArray = defaultParser(TEXT_ARRAY) as (text: string) => (string | null)[];
const each = (parse: Parser) => (text: string) =>
  parseTextArray(text).map((item) => (item === null ? null : parse(item)));

const PARSERS = new Map<number, Parser>([
  [INT8, parseBigint],
  [DATE, (text) => text],
  [NUMERIC, parseNumeric],
  [INT8_ARRAY, each(parseBigint)],
  [DATE_ARRAY, each((text) => text)],
  [NUMERIC_ARRAY, each(parseNumeric)],
]);

/**
 * How values of PostgreSQL arrive in JavaScript, for one pool (pg's own settings are global).
 * - `date`: the string 'YYYY-MM-DD'; a Date would move it by the time zone
 * - `bigint` (also of `count(*)`): number; one beyond ±2^53 is refused rather than rounded
 * - `numeric`: number up to 15 significant digits, else the string as it is
 * - everything else as pg has it: `timestamptz` a Date, `jsonb` parsed, `bytea` a Buffer
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && PARSERS.get(oid)) || defaultParser(oid, format)) as typeof pg.types.getTypeParser,
};

function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is beyond what a number holds exactly`);
  return value;
}

function parseNumeric(text: string): number | string {
  const digits = text.replace(/^-?0*|[.]/g, '').length;
  return digits <= EXACT_DIGITS ? Number(text) : text;
}
