import { stringify } from 'yaml';
import type {
  AnswerSource,
  ClozeBlankSource,
  NumericAnswerSource,
  QuestionSource,
  SourceText,
} from './question-source.js';

type Written = string | { format: Exclude<SourceText['format'], 'markdown'>; text: string };

interface WrittenAnswer {
  text: Written;
  percent?: number;
  feedback?: Written;
}

interface WrittenNumericAnswer {
  min: number;
  max: number;
  percent?: number;
  feedback?: Written;
}

type WrittenBlank = { weight?: number } & (
  | { kind: 'choice'; answers: WrittenAnswer[] }
  | { kind: 'short-answer'; answers: WrittenAnswer[]; caseSensitive?: boolean }
  | { kind: 'numeric'; answers: WrittenNumericAnswer[] }
);

type WrittenParts =
  | { kind: 'choice'; several?: boolean; answers: WrittenAnswer[] }
  | { kind: 'true-false'; correct: boolean; feedbackRight?: Written; feedbackWrong?: Written }
  | { kind: 'short-answer'; answers: WrittenAnswer[]; caseSensitive?: boolean }
  | { kind: 'numeric'; answers: WrittenNumericAnswer[]; unit?: string }
  | { kind: 'matching'; pairs: { prompt?: Written; choice: string }[] }
  | { kind: 'ordering'; items: Written[] }
  | { kind: 'cloze'; blanks: WrittenBlank[] }
  | {
      kind: 'essay';
      rubric: { criterion: Written; points: number }[];
      minimumWords?: number;
      photo?: boolean;
    };

/** A question as content/schemas/questions.schema.json describes it. */
export type WrittenQuestion = WrittenParts & {
  id: string;
  title: string;
  tags?: string[];
  stem: Written;
  general?: Written;
};

/** A question of a file that fits its schema. @param line of its first character, from 1 */
export function readYamlQuestion(written: WrittenQuestion, line: number): QuestionSource {
  return {
    line,
    id: written.id,
    tags: written.tags ?? [],
    title: written.title.trim(),
    stem: textOf(written.stem),
    generalFeedback: optionalText(written.general),
    ...partsOf(written),
  };
}

function partsOf(written: WrittenParts): AnswerSource {
  switch (written.kind) {
    case 'choice': {
      const answers = written.answers.map((each) => ({ text: textOf(each.text), ...worthOf(each) }));
      return { kind: 'choice', several: written.several ?? false, answers };
    }
    case 'true-false': {
      const [feedbackRight, feedbackWrong] = [written.feedbackRight, written.feedbackWrong].map(optionalText);
      const { correct } = written;
      return {
        kind: 'true-false',
        correct,
        feedbackWrong: feedbackWrong ?? null,
        feedbackRight: feedbackRight ?? null,
      };
    }
    case 'short-answer': {
      const answers = written.answers.map((each) => ({ text: textOf(each.text).text, ...worthOf(each) }));
      return { kind: 'short-answer', answers, ...(written.caseSensitive && { caseSensitive: true }) };
    }
    case 'numeric': {
      const answers = written.answers.map((each) => ({ min: each.min, max: each.max, ...worthOf(each) }));
      return { kind: 'numeric', answers, ...(written.unit !== undefined && { unit: written.unit.trim() }) };
    }
    case 'matching': {
      const empty = { format: 'markdown' as const, text: '' };
      const pairs = written.pairs.map(({ prompt, choice }) => {
        return { prompt: prompt === undefined ? empty : textOf(prompt), choice: choice.trim() };
      });
      return { kind: 'matching', pairs };
    }
    case 'ordering':
      return { kind: 'ordering', items: written.items.map(textOf) };
    case 'cloze':
      return { kind: 'cloze', blanks: written.blanks.map(blankOf) };
    case 'essay': {
      const rubric = written.rubric.map(({ criterion, points }) => ({ criterion: textOf(criterion), points }));
      const { minimumWords = null, photo = false } = written;
      return { kind: 'essay', rubric, minimumWords, photo };
    }
  }
}

function blankOf(blank: WrittenBlank): ClozeBlankSource {
  const { weight = 1 } = blank;
  switch (blank.kind) {
    case 'choice':
      return {
        weight,
        kind: 'choice',
        answers: blank.answers.map((each) => ({ text: textOf(each.text), ...worthOf(each) })),
      };
    case 'short-answer':
      return {
        weight,
        kind: 'short-answer',
        caseSensitive: blank.caseSensitive ?? false,
        answers: blank.answers.map((each) => ({ text: textOf(each.text).text, ...worthOf(each) })),
      };
    case 'numeric': {
      const answers = blank.answers.map((each) => ({ min: each.min, max: each.max, ...worthOf(each) }));
      return { weight, kind: 'numeric', answers };
    }
  }
}

function worthOf({ percent = 0, feedback }: { percent?: number; feedback?: Written }) {
  return { percent, feedback: optionalText(feedback) };
}

function textOf(written: Written): SourceText {
  return typeof written === 'string'
    ? { format: 'markdown', text: written.trim() }
    : { format: written.format, text: written.text.trim() };
}

function optionalText(written: Written | undefined): SourceText | null {
  return written === undefined ? null : textOf(written);
}

/**
 * Writes a `<name>.questions.yaml` of questions that GIFT cannot hold whole; `readYamlQuestion` reads the same ones back.
 * Texts are written as they are: trimmed and not empty. Questions without an id are left out.
 */
export function printYamlQuestions(questions: readonly QuestionSource[]): string {
  return stringify(
    questions.flatMap((question) => writtenOf(question) ?? []),
    { lineWidth: 110, aliasDuplicateObjects: false },
  );
}

function writtenOf(question: QuestionSource): WrittenQuestion | null {
  if (question.id === null) return null;
  const { kind, ...rest } = writtenParts(question);
  const about = {
    id: question.id,
    title: question.title,
    ...(question.tags.length > 0 && { tags: question.tags }),
    stem: written(question.stem),
  };
  const general = question.generalFeedback ? { general: written(question.generalFeedback) } : {};
  return { kind, ...about, ...rest, ...general } as WrittenQuestion;
}

function writtenParts(question: QuestionSource): WrittenParts {
  switch (question.kind) {
    case 'choice': {
      const answers = question.answers.map((each) => ({ text: written(each.text), ...writtenWorth(each) }));
      return { kind: 'choice', ...(question.several && { several: true }), answers };
    }
    case 'true-false': {
      const { correct, feedbackRight, feedbackWrong } = question;
      const right = feedbackRight ? { feedbackRight: written(feedbackRight) } : {};
      return { kind: 'true-false', correct, ...right, ...(feedbackWrong && { feedbackWrong: written(feedbackWrong) }) };
    }
    case 'short-answer': {
      const answers = question.answers.map((each) => ({ text: each.text, ...writtenWorth(each) }));
      return { kind: 'short-answer', ...(question.caseSensitive && { caseSensitive: true }), answers };
    }
    case 'numeric': {
      const answers = question.answers.map((each) => ({ min: each.min, max: each.max, ...writtenWorth(each) }));
      return { kind: 'numeric', ...(question.unit !== undefined && { unit: question.unit }), answers };
    }
    case 'matching': {
      const pairs = question.pairs.map(({ prompt, choice }) => {
        return { ...(prompt.text !== '' && { prompt: written(prompt) }), choice };
      });
      return { kind: 'matching', pairs };
    }
    case 'ordering':
      return { kind: 'ordering', items: question.items.map(written) };
    case 'cloze':
      return { kind: 'cloze', blanks: question.blanks.map(writtenBlank) };
    case 'essay': {
      const rubric = question.rubric.map(({ criterion, points }) => ({ criterion: written(criterion), points }));
      const minimum = question.minimumWords === null ? {} : { minimumWords: question.minimumWords };
      return { kind: 'essay', rubric, ...minimum, ...(question.photo && { photo: true }) };
    }
  }
}

function writtenBlank(blank: ClozeBlankSource): WrittenBlank {
  const weight = blank.weight === 1 ? {} : { weight: blank.weight };
  switch (blank.kind) {
    case 'choice': {
      const answers = blank.answers.map((each) => ({ text: written(each.text), ...writtenWorth(each) }));
      return { kind: 'choice', ...weight, answers };
    }
    case 'short-answer': {
      const answers = blank.answers.map((each) => ({ text: each.text, ...writtenWorth(each) }));
      return { kind: 'short-answer', ...weight, ...(blank.caseSensitive && { caseSensitive: true }), answers };
    }
    case 'numeric': {
      const answers = blank.answers.map((each) => ({ min: each.min, max: each.max, ...writtenWorth(each) }));
      return { kind: 'numeric', ...weight, answers };
    }
  }
}

function writtenWorth({ percent, feedback }: Pick<NumericAnswerSource, 'percent' | 'feedback'>) {
  return { ...(percent !== 0 && { percent }), ...(feedback && { feedback: written(feedback) }) };
}

function written({ format, text }: SourceText): Written {
  return format === 'markdown' ? text : { format, text };
}
