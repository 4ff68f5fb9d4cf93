import type { AnswerKey, BlankBody, BlankKey, QuestionBody } from '../question-bank/entities/question-body.js';

/** One answer of a question as its author reads it. */
export interface KeyedAnswer {
  /** Sanitised HTML; empty for true and false. */
  html: string;
  /** Of a true-false question: which of the two. */
  truth: boolean | null;
  /** Of a matching question: what goes with it; plain text. */
  goesWith: string | null;
  /** Share of the points that it brings, 100 for a right one; below 0 it takes away. Null where order or pairs decide. */
  percent: number | null;
  /** Points of a criterion of an essay's rubric. */
  points: number | null;
  /** What the learner is told; sanitised HTML. */
  feedback: string | null;
  /** How often it was chosen; null where nobody counts it. */
  chosen: number | null;
}

/** Answers that belong together: all of a question, or those of one gap of a cloze. */
export interface AnswerGroup {
  /** Number of the gap, from 1; null for all other kinds. */
  gap: number | null;
  answers: KeyedAnswer[];
}

const BARE: KeyedAnswer = {
  ...{ html: '', truth: null, goesWith: null, percent: null, points: null, feedback: null, chosen: null },
};

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const number = (value: number) => String(value).replace('.', ',');

/** "4,5 – 5,5 ngày"; one number when both ends are the same. */
function rangeOf({ min, max }: { min: number; max: number }, unit = ''): string {
  const ends = min === max ? number(min) : `${number(min)} – ${number(max)}`;
  return escaped(`${ends} ${unit}`.trim());
}

const hundredths = (weight: number) => Math.round(weight * 10_000) / 100;

function blankAnswers(key: BlankKey, body: BlankBody | undefined): KeyedAnswer[] {
  if (key.kind === 'choice') {
    const choices = body?.kind === 'choice' ? body.choices : [];
    return choices.map((choice, at) => ({
      ...{ ...BARE, html: escaped(choice), percent: hundredths(key.weights[at] ?? 0) },
      feedback: key.feedback[at] ?? null,
    }));
  }
  if (key.kind === 'short-answer') {
    return key.answers.map(({ text, percent, feedback }) => ({ ...BARE, html: escaped(text), percent, feedback }));
  }
  return key.answers.map(({ percent, feedback, ...ends }) => ({ ...BARE, html: rangeOf(ends), percent, feedback }));
}

/**
 * The answers of a question with what is right about them. An ordering's stand in the right order.
 * @param chosen how often what was chosen, as QuestionTally keeps it; null: nobody answered yet
 */
export function answersOf(body: QuestionBody, key: AnswerKey, chosen: Record<string, number> | null): AnswerGroup[] {
  const all = (answers: KeyedAnswer[]): AnswerGroup[] => [{ gap: null, answers }];
  const times = (what: string) => (chosen === null ? null : (chosen[what] ?? 0));
  switch (key.kind) {
    case 'single':
    case 'multiple':
      return all(
        (body.options ?? []).map((html, at) => ({
          ...{ ...BARE, html, percent: hundredths(key.weights[at] ?? 0), feedback: key.feedback[at] ?? null },
          chosen: times(String(at)),
        })),
      );
    case 'true-false':
      return all(
        [true, false].map((truth) => ({
          ...{ ...BARE, truth, percent: truth === key.correct ? 100 : 0, chosen: times(String(truth)) },
          feedback: truth === key.correct ? key.feedbackRight : key.feedbackWrong,
        })),
      );
    case 'short-answer':
      return all(
        key.answers.map(({ text, percent, feedback }) => ({ ...BARE, html: escaped(text), percent, feedback })),
      );
    case 'numeric':
      return all(
        key.answers.map(({ percent, feedback, ...ends }) => ({
          ...{ ...BARE, html: rangeOf(ends, body.unit), percent, feedback },
        })),
      );
    case 'matching':
      return all(
        (body.prompts ?? []).map((html, at) => ({
          ...{ ...BARE, html, goesWith: body.choices?.[key.pairs[at] ?? -1] ?? '' },
        })),
      );
    case 'ordering':
      return all(key.order.map((item) => ({ ...BARE, html: body.items?.[item] ?? '' })));
    case 'cloze':
      return key.blanks.map((blank, at) => ({ gap: at + 1, answers: blankAnswers(blank, body.blanks?.[at]) }));
    case 'essay':
      return all((body.rubric ?? []).map(({ criterion, points }) => ({ ...BARE, html: criterion, points })));
  }
}
