import { foldVietnamese } from '../../platform/text/vietnamese.js';

/**
 * Which article a text means: its number as written (`188`, `8a`) and the words behind it as written
 * (`Bộ luật Lao động năm 2019`). @returns the article's code, or null unless it can only be this one
 */
export type LawResolver = (number: string, documentWords: string) => string | null;

/** A link that was made, for the author to check. */
export interface LawLink {
  text: string;
  code: string;
  where: string | null;
}

/** An article that was named but not linked, since it is unclear which one it is or the library does not have it. */
export interface UnclearLaw {
  text: string;
  where: string | null;
}

export interface CitedLesson {
  markdown: string;
  links: LawLink[];
  unclear: UnclearLaw[];
}

/** What is looked over: code, links, images, addresses. */
const SPARED = /`{1,9}[^`]{0,2000}`{1,9}|!?\[(?:[^\]\\]|\\.){0,500}\]\([^)]{0,2000}\)|<https?:[^>]{0,2000}>/y;
const KINDS =
  'bộ luật|luật|nghị định|nghị quyết|thông tư liên tịch|thông tư|quyết định|pháp lệnh|điều lệ|hiến pháp|bllđ';
/** `điểm a khoản 2 Điều 188 Bộ luật Lao động`: part, number and the words up to a sign that ends them. */
const MENTION = new RegExp(
  `(?<![\\p{L}\\p{N}])((?:(?:điểm\\s+[a-zđ]{1,2},?\\s+)?khoản\\s+\\d{1,2}[a-zđ]?,?\\s+)?điều\\s+(\\d{1,3}[a-zđ]?))(\\s*,?\\s+(?:của\\s+)?)(?=(?:${KINDS})(?![\\p{L}\\p{M}]))`,
  'iuy',
);
/** Words of a document's name end here. */
const DOCUMENT = /^[^.;:()[\]*_\\<>|"“”]*/u;
/** More words no document's short name has. */
const MOST_WORDS = 14;
/** So that a text in one endless line is read in linear time, too. */
const MOST_SIGNS = 400;
/** Words with which a sentence goes on behind a document's name; anything else may belong to a longer name. */
const AFTER = new RegExp(
  `^(?:\\s*$|\\s*[.,;:()\\]*_"”|?!…]|\\s+(?:quy định|và|hoặc|hay|thì|là|có|cho|về|khi|để|nêu|ghi|nói|yêu cầu|cấm|buộc|bảo vệ|cũng|được|theo|đã|sẽ|đang|không|trong|từ|với|do|mà|như|nhưng|tại|trở|chỉ|phải|còn|hiện hành|mới|đều|giao|liệt kê|định nghĩa|hướng dẫn|áp dụng|bằng|nếu|vì|nên|rằng|thuộc|trên|dưới|sau đây)(?![\\p{L}\\p{M}]))`,
  'iu',
);
/** A year, a number or "sửa đổi" behind the name says that it is another version. */
const OTHER_VERSION = /^\s*\(?\s*(?:số|năm|sửa đổi|bổ sung|cũ|trước đây|hết hiệu lực|\d)/iu;

/**
 * Turns `Điều 188 Bộ luật Lao động` into a link to the library wherever it can only mean one article; headings, code and
 * what is a link already stay as they are. Linear in the text; nothing else in it changes.
 */
export function linkLaw(markdown: string, resolve: LawResolver): CitedLesson {
  const links: LawLink[] = [];
  const unclear: UnclearLaw[] = [];
  let where: string | null = null;
  let fence: string | null = null;
  const lines = markdown.split('\n').map((line) => {
    const mark = /^\s*(`{3,})/.exec(line)?.[1];
    if (mark !== undefined) {
      if (fence === null) fence = mark;
      else if (mark.startsWith(fence)) fence = null;
    }
    if (mark !== undefined || fence !== null) return line;
    const heading = /^#{1,6} (.*)$/.exec(line)?.[1];
    if (heading === undefined) return linkLine(line, { resolve, links, unclear, where });
    where = heading.replace(/\\(.)/g, '$1');
    return line;
  });
  return { markdown: lines.join('\n'), links, unclear };
}

interface Linking {
  resolve: LawResolver;
  links: LawLink[];
  unclear: UnclearLaw[];
  where: string | null;
}

function linkLine(line: string, { resolve, links, unclear, where }: Linking): string {
  let written = '';
  let at = 0;
  while (at < line.length) {
    const spared = matchAt(SPARED, line, at)?.[0];
    const mention = spared === undefined ? matchAt(MENTION, line, at) : null;
    if (!mention) {
      const step = spared ?? (line[at] === '\\' ? line.slice(at, at + 2) : (line[at] ?? ''));
      written += step;
      at += step.length;
      continue;
    }
    const [lead, , number = ''] = mention;
    const document = documentAt(line.slice(at + lead.length, at + lead.length + MOST_SIGNS), (words) =>
      resolve(number.toLowerCase(), words),
    );
    if (document.code === null) unclear.push({ text: `${lead}${document.words}`, where });
    else links.push({ text: `${lead}${document.words}`, code: document.code, where });
    const text = `${lead}${document.words}`;
    written += document.code === null ? text : `[${text}](law:${document.code})`;
    at += text.length;
  }
  return written;
}

/** The longest beginning of a text that names a document whose article is known, or else its first few words. */
function documentAt(rest: string, resolve: (words: string) => string | null): { words: string; code: string | null } {
  const run = DOCUMENT.exec(rest)?.[0] ?? '';
  const ends = [...run.matchAll(/[^\s,]+/g)].slice(0, MOST_WORDS).map((word) => word.index + word[0].length);
  for (const end of ends.reverse()) {
    const words = run.slice(0, end);
    const code = resolve(words);
    const after = rest.slice(end);
    if (code !== null) return AFTER.test(after) && !OTHER_VERSION.test(after) ? { words, code } : { words, code: null };
  }
  return { words: run.slice(0, ends[Math.max(0, ends.length - 4)] ?? 0), code: null };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** An article of the library, with its document. */
export interface KnownArticle {
  code: string;
  number: string;
  document: { number: string; title: string };
}

/**
 * Resolves by the documents' exact titles (`Bộ luật Lao động`, with the year of the document in force or without), their
 * numbers (`Nghị định 283/2026/NĐ-CP`) or usual abbreviations (`BLLĐ`, `Luật BHXH`). Two documents of one name, as before
 * and after a replacement, are told apart by year or number only.
 */
export function lawResolver(articles: Iterable<KnownArticle>): LawResolver {
  const byName = new Map<string, Set<string>>();
  const codes = new Map<string, string>();
  for (const { code, number, document } of articles) {
    codes.set(`${document.number} ${foldVietnamese(number)}`, code);
    for (const name of namesOf(document)) {
      const numbers = byName.get(name) ?? new Set();
      byName.set(name, numbers.add(document.number));
    }
  }
  return (number, words) => {
    const documents = byName.get(foldName(words));
    if (documents?.size !== 1) return null;
    return codes.get(`${[...documents][0]} ${foldVietnamese(number)}`) ?? null;
  };
}

const KIND_BY_SIGN: [sign: RegExp, kind: string][] = [
  [/\/nd-cp$/, 'nghi dinh'],
  [/\/nq-/, 'nghi quyet'],
  [/\/tt-/, 'thong tu'],
  [/\/qd-/, 'quyet dinh'],
];

function* namesOf({ number, title }: { number: string; title: string }): Generator<string> {
  const name = foldName(title);
  const sign = foldName(number);
  const isAct = /^(?:bo luat|luat) /.test(name);
  const year = /\/(\d{4})\//.exec(number)?.[1];
  if (isAct) {
    yield name;
    if (year !== undefined) yield* [`${name} ${year}`, `${name} nam ${year}`];
    yield* [`${name} so ${sign}`, `${name} ${sign}`, abbreviated(name)];
  }
  if (!/\d\/\d{4}\//.test(sign)) return;
  const kind = KIND_BY_SIGN.find(([pattern]) => pattern.test(sign))?.[1] ?? (isAct ? 'luat' : null);
  if (kind === null) return;
  yield* [`${kind} ${sign}`, `${kind} so ${sign}`];
}

/** `blld` of the Labour Code, `luat bhxh` of the Law on Social Insurance. */
function abbreviated(name: string): string {
  const [kind, rest] = name.startsWith('luat ') ? ['luat ', name.slice(5)] : ['', name];
  return kind + rest.replace(/(\S)\S*\s*/g, '$1');
}

/** Diacritics fold together what people write in two ways (`hoà`, `hòa`); commas and hyphens differ between sources. */
function foldName(words: string): string {
  return foldVietnamese(words).replace(/[,;]/g, ' ').replace(/\s+/g, ' ').trim();
}
