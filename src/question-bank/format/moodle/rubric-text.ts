import { cleanText } from '../clean-text.js';
import type { RubricSource, SourceText } from '../question-source.js';
import { plainOf } from '../source-text.js';

const LINE = /^(?:<p>)?\((\d{1,3}(?:\.\d{1,4})?) điểm\) (.*?)(?:<\/p>)?$/;

/** Criteria as lines of the information for graders, which is the only place that Moodle has for them. */
export function printRubric(rubric: RubricSource[]): SourceText {
  const format = rubric[0]?.criterion.format ?? 'html';
  const lines = rubric.map(({ criterion, points }) => {
    const line = `(${points} điểm) ${criterion.text.replace(/\s*\n\s*/g, ' ')}`;
    return format === 'html' ? `<p>${line}</p>` : line;
  });
  return { format, text: lines.join('\n') };
}

/** Whether `parseRubric` reads back what `printRubric` writes. */
export function isRubricKept(rubric: RubricSource[]): boolean {
  const read = parseRubric(printRubric(rubric));
  return (
    read !== null &&
    read.length === rubric.length &&
    read.every(({ criterion, points }, index) => {
      const meant = rubric[index];
      return (
        points === meant?.points &&
        criterion.text === meant.criterion.text &&
        criterion.format === meant.criterion.format
      );
    })
  );
}

/** Null when the information is not a list of criteria with their points. */
export function parseRubric({ format, text }: SourceText): RubricSource[] | null {
  const lines = text.split('\n').map((line) => LINE.exec(line.trim()));
  const rubric = lines.flatMap((line): RubricSource[] => {
    const criterion = { format, text: cleanText(line?.[2] ?? '') };
    // In another format than its own a criterion may say nothing: "-" is an empty list in Markdown.
    return plainOf(criterion) === '' ? [] : [{ criterion, points: Number(line?.[1]) }];
  });
  return rubric.length === lines.length ? rubric : null;
}
