import type { BlankBody, BlankKey } from '../entities/question-body.js';
import type { ParsedQuestion } from '../question-import.service.js';
import type { AnswerSource, ClozeBlankSource } from './question-source.js';
import { htmlOf, htmlOrNull, plainAnswer, plainOf } from './source-text.js';

type Content = Pick<ParsedQuestion, 'kind' | 'body' | 'answerKey'>;
type Source<K extends AnswerSource['kind']> = Extract<AnswerSource, { kind: K }>;

/** Where a gap stands in a stem. */
export const GAP = /\[\[(\d{1,2})\]\]/g;

/** Items are stored by their text, so that their indexes tell nothing of the right order. */
export function orderingOf({ items }: Source<'ordering'>, stem: string, general: string | null): Content {
  const right = items.map(htmlOf);
  const stored = [...right].sort();
  return {
    kind: 'ordering',
    body: { stem, items: stored },
    answerKey: { kind: 'ordering', order: right.map((item) => stored.indexOf(item)), general },
  };
}

export function clozeOf({ blanks }: Source<'cloze'>, stem: string, general: string | null): Content {
  return {
    kind: 'cloze',
    body: { stem: withGaps(stem), blanks: blanks.map(blankBody) },
    answerKey: { kind: 'cloze', blanks: blanks.map(blankKey), general },
  };
}

export function essayOf(source: Source<'essay'>, stem: string, general: string | null): Content {
  const rubric = source.rubric.map(({ criterion, points }) => ({ criterion: htmlOf(criterion), points }));
  const minimum = source.minimumWords === null ? {} : { minimumWords: source.minimumWords };
  return {
    kind: 'essay',
    body: { stem, rubric, ...minimum, ...(source.photo && { photo: true }) },
    answerKey: { kind: 'essay', general },
  };
}

/**
 * The gaps of a rendered stem as elements that a screen puts fields into. Whatever shows the stem otherwise, such as
 * search, shows the number and dots. Marks inside of a tag, such as a title of a link, stay as they are.
 */
function withGaps(html: string): string {
  return html.replace(/<[^>]*>|\[\[(\d{1,2})\]\]/g, (found, number?: string) =>
    number === undefined ? found : `<span data-blank="${Number(number)}">(${Number(number)}) ……</span>`,
  );
}

function blankBody(blank: ClozeBlankSource): BlankBody {
  if (blank.kind !== 'choice') return { kind: blank.kind };
  return { kind: 'choice', choices: blank.answers.map(({ text }) => plainOf(text)) };
}

function blankKey(blank: ClozeBlankSource): BlankKey {
  const { weight } = blank;
  switch (blank.kind) {
    case 'choice':
      return {
        weight,
        kind: 'choice',
        weights: blank.answers.map(({ percent }) => percent / 100),
        feedback: blank.answers.map(({ feedback }) => htmlOrNull(feedback)),
      };
    case 'short-answer':
      return {
        weight,
        kind: 'short-answer',
        caseSensitive: blank.caseSensitive,
        answers: blank.answers.map(({ text, percent, feedback }) => ({
          text: plainAnswer(text),
          percent,
          feedback: htmlOrNull(feedback),
        })),
      };
    case 'numeric':
      return {
        weight,
        kind: 'numeric',
        answers: blank.answers.map((answer) => ({ ...answer, feedback: htmlOrNull(answer.feedback) })),
      };
  }
}
