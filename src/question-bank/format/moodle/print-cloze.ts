import { ANY_NUMBER, aroundOf } from '../numeric-bounds.js';
import type { ClozeBlankSource, QuestionSource, SourceFormat, SourceText } from '../question-source.js';

type ClozeSource = Extract<QuestionSource, { kind: 'cloze' }>;

const NAMES = { choice: 'MULTICHOICE', 'short-answer': 'SHORTANSWER', numeric: 'NUMERICAL' } as const;
const GAP = /\[\[(\d{1,2})\]\]/g;
/** What `parseCloze` would take for a gap. */
const LIKE_A_GAP = /\{\d{0,4}:[A-Z_]{2,20}:/;

/** The stem as Moodle writes it, the gaps with their answers in it. */
export function printCloze({ stem, blanks }: ClozeSource): SourceText {
  const text = stem.text.replace(GAP, (mark, number: string) => {
    const blank = blanks[Number(number) - 1];
    return blank ? printBlank(blank, stem.format) : mark;
  });
  return { format: stem.format, text };
}

/** Gaps hold no markup of their own, only whole weights, and a stem none of their marks. */
export function clozeLosses({ stem, blanks }: ClozeSource): 'stem' | 'weights' | 'formats' | 'ranges' | null {
  if (LIKE_A_GAP.test(stem.text)) return 'stem';
  if (blanks.some(({ weight }) => !Number.isInteger(weight) || weight < 1 || weight > 9999)) return 'weights';
  const texts = blanks.flatMap((blank): (SourceText | null)[] => [
    ...blank.answers.map(({ feedback }) => feedback),
    ...(blank.kind === 'choice' ? blank.answers.map(({ text }) => text) : []),
  ]);
  if (texts.some((text) => text !== null && text.format !== stem.format)) return 'formats';
  const bounds = blanks.flatMap((blank) => (blank.kind === 'numeric' ? blank.answers : []));
  return bounds.some((each) => !isAny(each) && aroundOf(each) === null) ? 'ranges' : null;
}

export function printBlank(blank: ClozeBlankSource, format: SourceFormat): string {
  const name = `${NAMES[blank.kind]}${blank.kind === 'short-answer' && blank.caseSensitive ? '_C' : ''}`;
  const answers = textsIn(blank, format).map((text, index) => {
    const { percent = 0, feedback = null } = blank.answers[index] ?? {};
    const worth = percent === 100 ? '=' : percent !== 0 || /^[=%]/.test(text) ? `%${percent}%` : '';
    return `${worth}${escaped(text)}${feedback ? `#${escaped(feedback.text)}` : ''}`;
  });
  return `{${Math.max(1, Math.round(blank.weight))}:${name}:${answers.join('~')}}`;
}

function textsIn(blank: ClozeBlankSource, format: SourceFormat): string[] {
  switch (blank.kind) {
    case 'choice':
      return blank.answers.map(({ text }) => text.text);
    case 'short-answer':
      return blank.answers.map(({ text }) => (format === 'html' || format === 'moodle' ? entities(text) : text));
    case 'numeric':
      return blank.answers.map((bounds) => {
        if (isAny(bounds)) return '*';
        const middle = { value: bounds.min / 2 + bounds.max / 2, tolerance: bounds.max / 2 - bounds.min / 2 };
        const { value, tolerance } = aroundOf(bounds) ?? middle;
        return `${value}:${tolerance}`;
      });
  }
}

function isAny({ min, max }: { min: number; max: number }): boolean {
  return min === ANY_NUMBER.min && max === ANY_NUMBER.max;
}

function entities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escaped(text: string): string {
  return text.replace(/[}#~\\]/g, '\\$&');
}
