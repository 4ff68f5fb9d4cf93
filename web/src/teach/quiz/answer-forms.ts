import type { components } from '../../api/schema.js';
import { ANY_NUMBER, aroundOf, boundsAround, numberOf, numeral } from './numerals.js';
import { penaltyOf, type Penalty } from './weighing.js';

export type Question = components['schemas']['DraftQuizDto']['questions'][number];
export type SourceText = Question['stem'];
type Source<K extends Question['kind']> = Extract<Question, { kind: K }>;
type OptionSource = Source<'choice'>['answers'][number];
type WordSource = Source<'short-answer'>['answers'][number];
type NumberSource = Source<'numeric'>['answers'][number];
type BlankSource = Source<'cloze'>['blanks'][number];
type Worth = Pick<OptionSource, 'percent' | 'feedback'>;

/** Numbers are held as they are typed; a feedback without text is none. */
interface WorthForm {
  percent: string;
  feedback: SourceText;
}
export type OptionForm = WorthForm & { text: SourceText };
export type WordForm = WorthForm & { text: string };
export type NumberMode = 'around' | 'between' | 'any';
export type NumberForm = WorthForm & Record<'value' | 'tolerance' | 'min' | 'max', string> & { mode: NumberMode };

/** How options bring points; `isOwn`: each as its author typed it. */
export interface Weighing {
  isOwn: boolean;
  penalty: Penalty;
}

export type ChoiceForm = Weighing & { answers: OptionForm[] };
export interface WordsForm {
  answers: WordForm[];
  caseSensitive: boolean;
}
export type BlankForm = { weight: string } & (
  | ({ kind: 'choice' } & ChoiceForm)
  | ({ kind: 'short-answer' } & WordsForm)
  | { kind: 'numeric'; answers: NumberForm[] }
);

/** The answers of a question as a form holds them. */
export type AnswersForm =
  | ({ kind: 'choice'; several: boolean } & ChoiceForm)
  | { kind: 'true-false'; correct: boolean; feedbackRight: SourceText; feedbackWrong: SourceText }
  | ({ kind: 'short-answer' } & WordsForm)
  | { kind: 'numeric'; answers: NumberForm[]; unit: string }
  | { kind: 'matching'; pairs: { prompt: SourceText; choice: string }[] }
  | { kind: 'ordering'; items: SourceText[] }
  | { kind: 'cloze'; blanks: BlankForm[] }
  | { kind: 'essay'; rubric: { criterion: SourceText; points: string }[]; minimumWords: string; photo: boolean };

export const NO_TEXT: SourceText = { format: 'markdown', text: '' };
const tidy = (text: string): string => text.trim().normalize('NFC');
export const tidyText = ({ format, text }: SourceText): SourceText => ({ format, text: tidy(text) });
export const textOrNull = (text: SourceText): SourceText | null => (tidy(text.text) === '' ? null : tidyText(text));
/** A number that is none is a fault by `faultsOf`; until then it is 0. */
const number = (typed: string): number => numberOf(typed) ?? 0;

const worthForm = ({ percent, feedback }: Worth): WorthForm => ({
  percent: numeral(percent),
  feedback: feedback ?? NO_TEXT,
});
const worthOf = ({ percent, feedback }: WorthForm): Worth => ({
  percent: number(percent),
  feedback: textOrNull(feedback),
});

function choiceForm(answers: OptionSource[], several: boolean): ChoiceForm {
  const options = answers.map((each) => ({ text: each.text, ...worthForm(each) }));
  const penalty = penaltyOf(options, several);
  return { answers: options, isOwn: penalty === null, penalty: penalty ?? 'share' };
}
const optionsOf = ({ answers }: ChoiceForm): OptionSource[] =>
  answers.map((each) => ({ text: tidyText(each.text), ...worthOf(each) }));

const wordsForm = (answers: WordSource[], caseSensitive: boolean): WordsForm => ({
  answers: answers.map((each) => ({ text: each.text, ...worthForm(each) })),
  caseSensitive,
});
const wordsOf = ({ answers }: WordsForm): WordSource[] =>
  answers.map((each) => ({ text: tidy(each.text), ...worthOf(each) }));

function numberForm({ min, max, ...worth }: NumberSource): NumberForm {
  const blank = { value: '', tolerance: '0', min: '', max: '', ...worthForm(worth) };
  if (min === ANY_NUMBER.min && max === ANY_NUMBER.max) return { ...blank, mode: 'any' };
  const around = aroundOf({ min, max });
  if (around) return { ...blank, mode: 'around', value: numeral(around.value), tolerance: numeral(around.tolerance) };
  return { ...blank, mode: 'between', min: numeral(min), max: numeral(max) };
}

function boundsOf({ mode, value, tolerance, min, max }: NumberForm): { min: number; max: number } {
  if (mode === 'any') return ANY_NUMBER;
  if (mode === 'around') return boundsAround(number(value), number(tolerance));
  const ends = [number(min), number(max)];
  return { min: Math.min(...ends), max: Math.max(...ends) };
}
const numbersOf = (answers: NumberForm[]): NumberSource[] =>
  answers.map((each) => ({ ...boundsOf(each), ...worthOf(each) }));

function blankForm(blank: BlankSource): BlankForm {
  const weight = numeral(blank.weight);
  if (blank.kind === 'choice') return { weight, kind: 'choice', ...choiceForm(blank.answers, false) };
  if (blank.kind === 'numeric') return { weight, kind: 'numeric', answers: blank.answers.map(numberForm) };
  return { weight, kind: 'short-answer', ...wordsForm(blank.answers, blank.caseSensitive) };
}

function blankOf(form: BlankForm): BlankSource {
  const weight = number(form.weight);
  if (form.kind === 'choice') return { weight, kind: 'choice', answers: optionsOf(form) };
  if (form.kind === 'numeric') return { weight, kind: 'numeric', answers: numbersOf(form.answers) };
  return { weight, kind: 'short-answer', answers: wordsOf(form), caseSensitive: form.caseSensitive };
}

/** The answers of a question to be edited; `answersOf` gives the same ones back. */
export function answersForm(question: Question): AnswersForm {
  switch (question.kind) {
    case 'choice':
      return { kind: 'choice', several: question.several, ...choiceForm(question.answers, question.several) };
    case 'true-false': {
      const { correct, feedbackRight, feedbackWrong } = question;
      return {
        kind: 'true-false',
        correct,
        feedbackRight: feedbackRight ?? NO_TEXT,
        feedbackWrong: feedbackWrong ?? NO_TEXT,
      };
    }
    case 'short-answer':
      return { kind: 'short-answer', ...wordsForm(question.answers, question.caseSensitive ?? false) };
    case 'numeric':
      return { kind: 'numeric', answers: question.answers.map(numberForm), unit: question.unit ?? '' };
    case 'matching':
      return { kind: 'matching', pairs: question.pairs };
    case 'ordering':
      return { kind: 'ordering', items: question.items };
    case 'cloze':
      return { kind: 'cloze', blanks: question.blanks.map(blankForm) };
    case 'essay': {
      const { rubric, minimumWords, photo } = question;
      return {
        kind: 'essay',
        rubric: rubric.map(({ criterion, points }) => ({ criterion, points: numeral(points) })),
        minimumWords: minimumWords === null ? '' : numeral(minimumWords),
        photo,
      };
    }
  }
}

type About = 'line' | 'id' | 'tags' | 'title' | 'stem' | 'generalFeedback';
type AnswersOf<Q> = Q extends Question ? Omit<Q, About> : never;

export function answersOf(form: AnswersForm): AnswersOf<Question> {
  switch (form.kind) {
    case 'choice':
      return { kind: 'choice', several: form.several, answers: optionsOf(form) };
    case 'true-false': {
      const [feedbackRight, feedbackWrong] = [textOrNull(form.feedbackRight), textOrNull(form.feedbackWrong)];
      return { kind: 'true-false', correct: form.correct, feedbackRight, feedbackWrong };
    }
    case 'short-answer':
      return { kind: 'short-answer', answers: wordsOf(form), ...(form.caseSensitive && { caseSensitive: true }) };
    case 'numeric': {
      const unit = tidy(form.unit);
      return { kind: 'numeric', answers: numbersOf(form.answers), ...(unit !== '' && { unit }) };
    }
    case 'matching': {
      const pairs = form.pairs.map(({ prompt, choice }) => ({ prompt: tidyText(prompt), choice: tidy(choice) }));
      return { kind: 'matching', pairs };
    }
    case 'ordering':
      return { kind: 'ordering', items: form.items.map(tidyText) };
    case 'cloze':
      return { kind: 'cloze', blanks: form.blanks.map(blankOf) };
    case 'essay': {
      const rubric = form.rubric.map(({ criterion, points }) => ({
        criterion: tidyText(criterion),
        points: number(points),
      }));
      const minimumWords = form.minimumWords.trim() === '' ? null : number(form.minimumWords);
      return { kind: 'essay', rubric, minimumWords, photo: form.photo };
    }
  }
}
