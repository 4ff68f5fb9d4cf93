import type { BlankBody, QuestionBody } from '../../question-bank/entities/question-body.js';
import { ordersOfBlanks } from '../paper.rules.js';

export class ShownOptionDto {
  /** Names the option in a response. */
  index: number;
  /** Sanitised. */
  html: string;
}

export class ShownChoiceDto {
  /** Names the choice in a response. */
  index: number;
  text: string;
}

export class ShownBlankDto {
  kind: 'choice' | 'short-answer' | 'numeric';
  /** choice: in the order to show. */
  choices?: ShownChoiceDto[];
}

export class ShownCriterionDto {
  /** Sanitised HTML. */
  criterion: string;
  points: number;
}

export class ShownQuestionBodyDto {
  /** Sanitised HTML; in a cloze with `<span data-blank="1">` where a gap is, numbered from 1. */
  stem: string;
  /** single, multiple: in the order to show. */
  options?: ShownOptionDto[];
  /** matching: the left-hand items as sanitised HTML. */
  prompts?: string[];
  /** matching: the right-hand texts in the order to show. */
  choices?: ShownChoiceDto[];
  /** numeric: shown behind the field. */
  unit?: string;
  /** ordering: in the order to show first, which is never the right one. */
  items?: ShownOptionDto[];
  /** cloze: the gaps in the order of their numbers. */
  blanks?: ShownBlankDto[];
  /** essay: what it is graded by. */
  rubric?: ShownCriterionDto[];
  /** essay: how many words are asked for at least. */
  minimumWords?: number;
  /** essay: pictures of an answer on paper are taken. */
  photo?: boolean;

  static from(body: QuestionBody, optionOrder: number[]): ShownQuestionBodyDto {
    const { stem, options, prompts, choices, unit, items, blanks, ...essay } = body;
    return {
      stem,
      ...(options && { options: optionOrder.map((index) => ({ index, html: options[index] ?? '' })) }),
      ...(prompts && { prompts }),
      ...(choices && { choices: optionOrder.map((index) => ({ index, text: choices[index] ?? '' })) }),
      ...(unit !== undefined && { unit }),
      ...(items && { items: optionOrder.map((index) => ({ index, html: items[index] ?? '' })) }),
      ...(blanks && { blanks: shownBlanks(blanks, optionOrder) }),
      ...essay,
    };
  }
}

function shownBlanks(blanks: BlankBody[], optionOrder: number[]): ShownBlankDto[] {
  const orders = ordersOfBlanks(blanks, optionOrder);
  return blanks.map((blank, at) => {
    if (blank.kind !== 'choice') return { kind: blank.kind };
    const choices = (orders[at] ?? []).map((index) => ({ index, text: blank.choices[index] ?? '' }));
    return { kind: blank.kind, choices };
  });
}
