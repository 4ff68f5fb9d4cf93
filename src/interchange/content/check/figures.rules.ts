/** A deadline, amount, share or number of people as a text states it. */
export interface Figure {
  /** In the unit's own measure; money in đồng. */
  value: number;
  unit: string;
  /** As written, for messages. */
  text: string;
}

const MONEY: Record<string, number> = { đồng: 1, nghìn: 1e3, triệu: 1e6, tỷ: 1e9 };

const NUMBER = String.raw`\d+(?:\.\d{3})*(?:,\d+)?`;
const JOINT = String.raw`(?:\s*[–-]\s*|,\s+|\s+(?:hoặc|và|đến)\s+)`;
const UNIT = 'ngày làm việc|ngày|tháng|tuần|năm|giờ|phút|%|triệu|tỷ|nghìn|đồng|lần|người';

/** Numbers that share a unit, such as "06, 09 tháng" or "20–40 triệu"; none that is part of a date or of a document's number. */
const FIGURES = new RegExp(
  String.raw`(?<![\d/.,]|\p{L}|tháng )(${NUMBER}(?:${JOINT}${NUMBER})*)\s*(${UNIT})(?:\s+đồng)?(?![\p{L}\d])`,
  'giu',
);
const NUMBERS = new RegExp(String.raw`(?<![\d/.,]|\p{L})${NUMBER}(?![\d/])`, 'gu');
const UNITS = new RegExp(String.raw`(${UNIT})(?!\p{L})`, 'giu');

/** How far behind a number its unit may stand in the library's condensed summaries, in characters. */
const REACH = 80;

function toNumber(written: string): number {
  return Number(written.replaceAll('.', '').replace(',', '.'));
}

function inUnit(value: number, unit: string): Pick<Figure, 'value' | 'unit'> {
  const factor = MONEY[unit];
  return factor === undefined ? { value, unit } : { value: Math.round(value * factor), unit: 'đồng' };
}

const SENTENCE_END = /(?<=[.;!?])\s+/;
/** A sentence that computes states the case's figures, not the law's. */
const COMPUTES = /[×=+÷]/;

/** The sentences of a text that state rules rather than compute. */
export function statingSentences(text: string): string[] {
  return text.split(SENTENCE_END).filter((sentence) => !COMPUTES.test(sentence));
}

/** The figures of a text, each number of a range or list with the unit they share. */
export function figuresIn(text: string): Figure[] {
  return [...text.matchAll(FIGURES)].flatMap(([whole, numbers = '', unit = '']) =>
    [...numbers.matchAll(NUMBERS)].map(([number]) => ({
      ...inUnit(toNumber(number), unit.toLowerCase()),
      text: whole.trim(),
    })),
  );
}

/** What an article's entry can vouch for: each of its numbers in each unit that follows within reach. */
export function vouchedFigures(text: string): Set<string> {
  const units = [...text.matchAll(UNITS)].map((match) => ({ at: match.index, unit: match[0].toLowerCase() }));
  const figures = [...text.matchAll(NUMBERS)].flatMap((match) => [
    // In a list of amounts only the first has its unit.
    ...(match[0].includes('.') ? [keyOf({ value: toNumber(match[0]), unit: 'đồng' })] : []),
    ...units
      .filter(({ at }) => at > match.index && at - match.index <= REACH)
      .map(({ unit }) => keyOf(inUnit(toNumber(match[0]), unit))),
  ]);
  return new Set(figures);
}

export function keyOf({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  return `${value} ${unit}`;
}
