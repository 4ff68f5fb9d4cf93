import type { AnswersForm, BlankForm, NumberForm, SourceText } from './answer-forms.js';
import { missingGaps } from './gaps.js';
import { numberOf } from './numerals.js';
import type { QuestionForm } from './question-form-state.js';

/** What can be wrong before the server is asked; each is a sentence of the catalogue. */
export type FaultWord =
  | 'needed'
  | 'number'
  | 'percent'
  | 'weight'
  | 'words'
  | 'oneRight'
  | 'someRight'
  | 'wholeMarks'
  | 'sum'
  | 'gaps'
  | 'noGaps'
  | 'long';

/** By the pointer of the field within the question, such as `/answers/0/text`. */
export type FormFaults = Map<string, FaultWord>;

type Say = (pointer: string, fault: FaultWord | false) => void;

const MOST_POINTS = 100;
const MOST_WORDS = 2000;
const isEmpty = ({ text }: SourceText): boolean => text.trim() === '';
const isBetween = (typed: string, least: number, most: number): boolean => {
  const value = numberOf(typed);
  return value !== null && value >= least && value <= most;
};
const isPositive = (typed: string): boolean => isBetween(typed, Number.MIN_VALUE, MOST_POINTS);

/** What keeps a form from being sent; the rest is the server's to say. */
export function faultsOf(form: QuestionForm): FormFaults {
  const faults: FormFaults = new Map();
  const say: Say = (pointer, fault) => {
    if (fault && !faults.has(pointer)) faults.set(pointer, fault);
  };
  say('/stem', isEmpty(form.stem) && 'needed');
  say('/title', form.title.trim().length > 300 && 'long');
  answerFaults(form.answers, form.stem.text, say);
  return faults;
}

function answerFaults(answers: AnswersForm, stem: string, say: Say): void {
  switch (answers.kind) {
    case 'choice':
      return choiceFaults(answers, '', say);
    case 'short-answer':
      return wordFaults(answers.answers, '', say);
    case 'numeric':
      return numberFaults(answers.answers, '', say);
    case 'matching':
      // A pair without a left side is a right side that fits nowhere.
      return answers.pairs.forEach(({ choice }, at) => say(`/pairs/${at}/choice`, choice.trim() === '' && 'needed'));
    case 'ordering':
      return answers.items.forEach((item, at) => say(`/items/${at}`, isEmpty(item) && 'needed'));
    case 'cloze':
      return clozeFaults(answers.blanks, stem, say);
    case 'essay': {
      answers.rubric.forEach(({ criterion, points }, at) => {
        say(`/rubric/${at}/criterion`, isEmpty(criterion) && 'needed');
        say(`/rubric/${at}/points`, !isPositive(points) && 'weight');
      });
      const { minimumWords } = answers;
      const isWhole = isBetween(minimumWords, 1, MOST_WORDS) && Number.isInteger(numberOf(minimumWords));
      return say('/minimumWords', minimumWords.trim() !== '' && !isWhole && 'words');
    }
    case 'true-false':
      return;
  }
}

function percentFaults(answers: { percent: string }[], within: string, say: Say): void {
  answers.forEach(({ percent }, at) => {
    say(`${within}/answers/${at}/percent`, !isBetween(percent, -100, 100) && 'percent');
  });
}

type Options = Pick<Extract<AnswersForm, { kind: 'choice' }>, 'answers' | 'isOwn'> & { several?: boolean };

function choiceFaults({ answers, isOwn, several = false }: Options, within: string, say: Say): void {
  answers.forEach(({ text }, at) => say(`${within}/answers/${at}/text`, isEmpty(text) && 'needed'));
  percentFaults(answers, within, say);
  const values = answers.map(({ percent }) => numberOf(percent) ?? 0);
  const sum = values.reduce((total, value) => total + Math.max(value, 0), 0);
  if (several && sum === 0) say(`${within}/answers`, 'someRight');
  if (several && Math.abs(sum - 100) > 1) say(`${within}/answers`, 'sum');
  if (!several && !values.includes(100)) say(`${within}/answers`, isOwn ? 'wholeMarks' : 'oneRight');
}

function wordFaults(answers: { text: string; percent: string }[], within: string, say: Say): void {
  answers.forEach(({ text }, at) => say(`${within}/answers/${at}/text`, text.trim() === '' && 'needed'));
  wholeFaults(answers, within, say);
}

function wholeFaults(answers: { percent: string }[], within: string, say: Say): void {
  percentFaults(answers, within, say);
  say(`${within}/answers`, !answers.some(({ percent }) => numberOf(percent) === 100) && 'wholeMarks');
}

function numberFaults(answers: NumberForm[], within: string, say: Say): void {
  answers.forEach((answer, at) => {
    const fields: Record<NumberForm['mode'], ('value' | 'tolerance' | 'min' | 'max')[]> = {
      ...{ around: ['value', 'tolerance'], between: ['min', 'max'], any: [] },
    };
    for (const field of fields[answer.mode]) {
      say(`${within}/answers/${at}/${field}`, numberOf(answer[field]) === null && 'number');
    }
  });
  wholeFaults(answers, within, say);
}

function clozeFaults(blanks: BlankForm[], stem: string, say: Say): void {
  say('/blanks', blanks.length === 0 && 'noGaps');
  say('/stem', missingGaps(stem, blanks.length).length > 0 && 'gaps');
  blanks.forEach((blank, at) => {
    const within = `/blanks/${at}`;
    say(`${within}/weight`, !isPositive(blank.weight) && 'weight');
    if (blank.kind === 'choice') choiceFaults(blank, within, say);
    else if (blank.kind === 'numeric') numberFaults(blank.answers, within, say);
    else wordFaults(blank.answers, within, say);
  });
}
