import type { Text } from '../../../platform/problems/problem.js';
import { ANY_NUMBER, boundsOf } from '../numeric-bounds.js';
import { cleanText } from '../clean-text.js';
import type { ReadingBudget } from '../question-file.js';
import type { ClozeBlankSource, OptionSource, SourceFormat, SourceText } from '../question-source.js';

type BlankKind = ClozeBlankSource['kind'];

/** Moodle's names of what stands in a gap; how choices are laid out is not kept. */
const KINDS = new Map<string, BlankKind>([
  ...['SHORTANSWER', 'SA', 'MW', 'SHORTANSWER_C', 'SAC', 'MWC'].map((name) => [name, 'short-answer'] as const),
  ...['NUMERICAL', 'NM'].map((name) => [name, 'numeric'] as const),
  ...['MULTICHOICE', 'MC', 'MULTICHOICE_V', 'MCV', 'MULTICHOICE_H', 'MCH'].map((name) => [name, 'choice'] as const),
  ...['MULTICHOICE_S', 'MCS', 'MULTICHOICE_VS', 'MCVS', 'MULTICHOICE_HS', 'MCHS'].map((n) => [n, 'choice'] as const),
]);
const WITH_CASE = new Set(['SHORTANSWER_C', 'SAC', 'MWC']);
const HEADER = /\{(\d{0,4}):([A-Z_]{2,20}):/g;
const WORTH = /^(?:=|%(-?\d{0,3}(?:\.\d{0,10})?)%)/;
const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/** A text in which a gap is wrong, or of a kind that the platform does not have. */
export class ClozeFault extends Error {
  constructor(
    readonly text: Text,
    /** Not wrong, but nothing that can be taken over. */
    readonly isUnknown = false,
  ) {
    super(text.en);
  }
}

export interface Cloze {
  stem: SourceText;
  blanks: ClozeBlankSource[];
}

/**
 * Reads Moodle's embedded answers: `{2:MC:=right#well done~wrong}` becomes `[[1]]` and a gap. Each character is looked
 * at a fixed number of times.
 * @throws ClozeFault
 */
export function parseCloze({ format, text }: SourceText, budget: ReadingBudget): Cloze {
  const blanks: ClozeBlankSource[] = [];
  let stem = '';
  let from = 0;
  for (const header of text.matchAll(HEADER)) {
    const [whole, weight = '', name = ''] = header;
    if (header.index < from) continue;
    const start = header.index + whole.length;
    const end = find(text, '}', start);
    budget.spend((end < 0 ? text.length : end) - start);
    // What no brace closes is text, and so is all that follows.
    if (end < 0) break;
    const kind = KINDS.get(name);
    if (!kind) throw new ClozeFault(unknownGap(name), true);
    const answers = answersIn(text.slice(start, end));
    blanks.push({ weight: weight === '' ? 1 : Number(weight), ...blankOf(kind, answers, { name, format }) });
    stem += `${text.slice(from, header.index)}[[${blanks.length}]]`;
    from = end + 1;
  }
  return { stem: { format, text: stem + text.slice(from) }, blanks };
}

/** Position of the next `char` that no backslash escapes; the # of a character reference is none. */
function find(text: string, char: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === char && !(char === '#' && text[at - 1] === '&')) return at;
  }
  return -1;
}

interface RawAnswer {
  percent: number;
  text: string;
  feedback: string;
}

function answersIn(body: string): RawAnswer[] {
  const answers: RawAnswer[] = [];
  for (let from = 0; from <= body.length;) {
    const next = find(body, '~', from);
    const entry = body.slice(from, next < 0 ? undefined : next);
    from = next < 0 ? body.length + 1 : next + 1;
    const worth = WORTH.exec(entry.trimStart());
    const rest = worth ? entry.trimStart().slice(worth[0].length) : entry;
    const hash = find(rest, '#', 0);
    const percent = worth ? Number(worth[1] ?? '100') : 0;
    const feedback = hash < 0 ? '' : cleanText(unescape(rest.slice(hash + 1)));
    const text = cleanText(unescape(hash < 0 ? rest : rest.slice(0, hash)));
    // A leading ~ is what the older editor of Moodle writes.
    if (text !== '' || worth) answers.push({ percent, text, feedback });
  }
  return answers;
}

function blankOf(
  kind: BlankKind,
  answers: RawAnswer[],
  { name, format }: { name: string; format: SourceFormat },
): DistributedBlank {
  const isHtml = format === 'html' || format === 'moodle';
  const plain = (text: string) => (isHtml ? decoded(text) : text);
  const worth = ({ percent, feedback }: RawAnswer): Omit<OptionSource, 'text'> => {
    return { percent, feedback: feedback === '' ? null : { format, text: feedback } };
  };
  switch (kind) {
    case 'choice':
      return { kind, answers: answers.map((each) => ({ text: { format, text: each.text }, ...worth(each) })) };
    case 'short-answer': {
      const texts = answers.map((each) => ({ text: plain(each.text), ...worth(each) }));
      return { kind, answers: texts, caseSensitive: WITH_CASE.has(name) };
    }
    case 'numeric': {
      const numbers = answers.map((each) => {
        const bounds = each.text === '*' ? ANY_NUMBER : boundsOf(plain(each.text));
        if (bounds) return { ...bounds, ...worth(each) };
        throw new ClozeFault({
          vi: `"${each.text}" không phải đáp án số.`,
          en: `"${each.text}" is not a numeric answer.`,
        });
      });
      return { kind, answers: numbers };
    }
  }
}

type WithoutWeight<T> = T extends unknown ? Omit<T, 'weight'> : never;
type DistributedBlank = WithoutWeight<ClozeBlankSource>;

function unescape(text: string): string {
  return text.replace(/\\([}#~/"\\])/g, '$1');
}

function decoded(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

function unknownGap(name: string): Text {
  return {
    vi: `Chỗ trống loại "${name}" của Moodle chưa có ở đây nên câu này không nhập được.`,
    en: `A gap of Moodle's kind "${name}" does not exist here; the question cannot be imported.`,
  };
}
