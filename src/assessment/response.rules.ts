import type {
  BlankBody,
  QuestionBody,
  QuestionKind,
  QuestionResponse,
} from '../question-bank/entities/question-body.js';

/** Longest typed answer but an essay, in UTF-16 units after normalisation. */
const MAX_TEXT = 500;
/** Longest essay: some forty pages by hand. */
const MAX_ESSAY = 20_000;

// NUL and lone surrogates cannot be stored as JSON by PostgreSQL; other controls are never typed.
const UNSTORABLE = /(?![\t\n\r])\p{Control}|\p{Surrogate}/u;

/** The question that a response is held against. */
export interface AnsweredQuestion {
  kind: QuestionKind;
  body: QuestionBody;
}

/**
 * A response as sent by a device, in the one form that is stored; null when it does not fit the question: another kind,
 * an index out of range, an option twice, more fields than the kind has, a text too long. Choosing nothing is a response;
 * `kind` may be left out.
 */
export function readResponse({ kind, body }: AnsweredQuestion, sent: unknown): QuestionResponse | null {
  if (!isRecord(sent) || Object.keys(sent).filter((name) => name !== 'kind').length !== 1) return null;
  if (sent['kind'] !== undefined && sent['kind'] !== kind) return null;
  switch (kind) {
    case 'single':
      return isIndex(sent['option'], body.options) ? { kind, option: sent['option'] } : null;
    case 'multiple':
      return isChoiceOfOptions(sent['options'], body.options)
        ? { kind, options: [...sent['options']].sort((a, b) => a - b) }
        : null;
    case 'true-false':
      return typeof sent['value'] === 'boolean' ? { kind, value: sent['value'] } : null;
    case 'short-answer':
    case 'numeric': {
      const text = readText(sent['text']);
      return text === null ? null : { kind, text };
    }
    case 'matching':
      return isPairing(sent['choices'], body) ? { kind, choices: sent['choices'] } : null;
    case 'ordering':
      return isOrder(sent['order'], body.items) ? { kind, order: sent['order'] } : null;
    case 'cloze': {
      const blanks = readBlanks(sent['blanks'], body.blanks);
      return blanks && { kind, blanks };
    }
    case 'essay': {
      const text = readText(sent['text'], MAX_ESSAY);
      return text === null ? null : { kind, text };
    }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isIndex(value: unknown, of: readonly string[] = []): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < of.length;
}

function isChoiceOfOptions(value: unknown, options: readonly string[] | undefined): value is number[] {
  if (!Array.isArray(value)) return false;
  return value.every((index) => isIndex(index, options)) && new Set(value).size === value.length;
}

function isPairing(value: unknown, { prompts = [], choices }: QuestionBody): value is (number | null)[] {
  if (!Array.isArray(value) || value.length !== prompts.length) return false;
  return value.every((choice) => choice === null || isIndex(choice, choices));
}

/** Every item once. */
function isOrder(value: unknown, items: readonly string[] = []): value is number[] {
  return isChoiceOfOptions(value, items) && value.length === items.length;
}

function readBlanks(value: unknown, blanks: readonly BlankBody[] = []): (number | string | null)[] | null {
  if (!Array.isArray(value) || value.length !== blanks.length) return null;
  const read = blanks.map((blank, at) => readBlank((value as unknown[])[at], blank));
  return read.includes(undefined) ? null : (read as (number | string | null)[]);
}

/** @returns undefined when it does not fit the gap */
function readBlank(value: unknown, blank: BlankBody): number | string | null | undefined {
  if (value === null) return null;
  if (blank.kind === 'choice') return isIndex(value, blank.choices) ? value : undefined;
  return readText(value) ?? undefined;
}

function readText(value: unknown, longest = MAX_TEXT): string | null {
  if (typeof value !== 'string' || value.length > 4 * longest || UNSTORABLE.test(value)) return null;
  const text = value.normalize('NFC');
  return text.length <= longest ? text : null;
}
