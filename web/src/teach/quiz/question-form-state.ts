import {
  answersForm,
  answersOf,
  NO_TEXT,
  textOrNull,
  tidyText,
  type AnswersForm,
  type BlankForm,
  type NumberForm,
  type OptionForm,
  type Question,
  type SourceText,
  type WordForm,
} from './answer-forms.js';

export const KINDS = [
  ...['single', 'multiple', 'true-false', 'short-answer', 'numeric', 'matching', 'ordering', 'cloze', 'essay'],
] as const;
/** What a lecturer picks: a choice with one or several right options is two of them. */
export type Kind =
  'single' | 'multiple' | 'true-false' | 'short-answer' | 'numeric' | 'matching' | 'ordering' | 'cloze' | 'essay';

/** A question while it is edited: every number and text as it is typed. */
export interface QuestionForm {
  line: number;
  id: string | null;
  tags: string[];
  title: string;
  stem: SourceText;
  generalFeedback: SourceText;
  answers: AnswersForm;
}

const LONGEST_TITLE = 80;
const MODULE = 'module:';
const DIFFICULTY = /^difficulty:([123])$/;
const ARTICLE = /^vn(\.[a-z0-9]+)+$/;

export const isKind = (word: string | null): word is Kind => KINDS.some((kind) => kind === word);

export function kindOf(question: { kind: Question['kind']; several?: boolean }): Kind {
  if (question.kind !== 'choice') return question.kind;
  return question.several === true ? 'multiple' : 'single';
}

export function formOf(question: Question): QuestionForm {
  const { line, id, tags, title, stem, generalFeedback } = question;
  return { line, id, tags, title, stem, generalFeedback: generalFeedback ?? NO_TEXT, answers: answersForm(question) };
}

/** The question as the server takes it; without a name it gets the first words of what it asks. */
export function questionOf(form: QuestionForm): Question {
  const { line, id, tags, stem } = form;
  const title = form.title.trim().normalize('NFC') || firstWords(stem.text);
  const about = { line, id, tags, title, stem: tidyText(stem), generalFeedback: textOrNull(form.generalFeedback) };
  return { ...about, ...answersOf(form.answers) };
}

/** Of a text without its marks. */
function firstWords(text: string): string {
  const plain = text
    .replace(/\[\[\d+\]\]/g, '…')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>|[*_#>`]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
  if (plain.length <= LONGEST_TITLE) return plain;
  const cut = plain.slice(0, LONGEST_TITLE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_TITLE / 2))}…`;
}

export const emptyOption = (percent = '0'): OptionForm => ({ text: NO_TEXT, percent, feedback: NO_TEXT });
export const emptyWord = (): WordForm => ({ text: '', percent: '100', feedback: NO_TEXT });
export const emptyNumber = (): NumberForm => ({
  ...{ mode: 'around', value: '', tolerance: '0', min: '', max: '', percent: '100', feedback: NO_TEXT },
});
export function emptyBlank(kind: BlankForm['kind']): BlankForm {
  if (kind === 'numeric') return { weight: '1', kind, answers: [emptyNumber()] };
  if (kind === 'short-answer') return { weight: '1', kind, answers: [emptyWord()], caseSensitive: false };
  return { weight: '1', kind, isOwn: false, penalty: 'share', answers: [emptyOption('100'), emptyOption()] };
}
export const emptyPair = () => ({ prompt: NO_TEXT, choice: '' });
export const emptyCriterion = () => ({ criterion: NO_TEXT, points: '1' });

function emptyAnswers(kind: Kind): AnswersForm {
  const plain = { isOwn: false, penalty: 'share' as const };
  switch (kind) {
    case 'single':
    case 'multiple': {
      const answers = [emptyOption(kind === 'single' ? '100' : '0'), emptyOption(), emptyOption(), emptyOption()];
      return { kind: 'choice', several: kind === 'multiple', ...plain, answers };
    }
    case 'true-false':
      return { kind, correct: true, feedbackRight: NO_TEXT, feedbackWrong: NO_TEXT };
    case 'short-answer':
      return { kind, answers: [emptyWord()], caseSensitive: false };
    case 'numeric':
      return { kind, answers: [emptyNumber()], unit: '' };
    case 'matching':
      return { kind, pairs: [emptyPair(), emptyPair(), emptyPair()] };
    case 'ordering':
      return { kind, items: [NO_TEXT, NO_TEXT, NO_TEXT] };
    case 'cloze':
      return { kind, blanks: [] };
    case 'essay':
      return { kind, rubric: [emptyCriterion()], minimumWords: '', photo: false };
  }
}

/** A new question, of middle difficulty until its author says otherwise. */
export function emptyForm(kind: Kind): QuestionForm {
  const about = { line: 0, id: null, tags: ['difficulty:2'], title: '', stem: NO_TEXT, generalFeedback: NO_TEXT };
  return { ...about, answers: emptyAnswers(kind) };
}

/** A question like this one under a code of its own. */
export const copyOf = (question: Question): Question => ({ ...question, id: null, line: 0 });

export type Difficulty = '1' | '2' | '3';

/** What the tags of a question say; a question without difficulty counts as middle. */
export function tagsOf(tags: readonly string[]) {
  const difficulty = tags.flatMap((tag) => DIFFICULTY.exec(tag)?.[1] ?? [])[0];
  return {
    difficulty: (difficulty ?? '2') as Difficulty,
    articles: tags.filter((tag) => ARTICLE.test(tag)),
    module: tags.find((tag) => tag.startsWith(MODULE)) ?? null,
    words: tags.filter((tag) => !DIFFICULTY.test(tag) && !ARTICLE.test(tag) && !tag.startsWith(MODULE)),
  };
}

export const moduleTag = (slug: string): string => `${MODULE}${slug}`;

/** Tags with one instead of those that are like it, at the same place. */
function withOne(tags: string[], isLike: (tag: string) => boolean, one: string | null): string[] {
  const at = tags.findIndex(isLike);
  const rest = tags.filter((tag) => !isLike(tag));
  if (one === null) return rest;
  const place = at < 0 ? rest.length : at;
  return [...rest.slice(0, place), one, ...rest.slice(place)];
}

export const withDifficulty = (tags: string[], difficulty: Difficulty): string[] =>
  withOne(tags, (tag) => DIFFICULTY.test(tag), `difficulty:${difficulty}`);

/** @param tag by `moduleTag`; null: of no module */
export const withModule = (tags: string[], tag: string | null): string[] =>
  withOne(tags, (each) => each.startsWith(MODULE), tag);
