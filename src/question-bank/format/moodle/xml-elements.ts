import { SaxesParser } from 'saxes';
import type { Text } from '../../../platform/problems/problem.js';
import type { ReadingBudget } from '../question-file.js';

/** An element of a question with what is in it. */
export interface XmlElement {
  name: string;
  /** On which its tag begins, from 1. */
  line: number;
  attributes: Record<string, string>;
  text: string;
  children: XmlElement[];
}

/** Why a file is not read on, at a line. */
export class XmlFault extends Error {
  constructor(
    readonly line: number,
    readonly text: Text,
  ) {
    super(text.en);
  }
}

/** Moodle's own files are seven deep at most; a question of a hundred answers has a thousand elements. */
const LIMITS = { depth: 16, elements: 20_000, characters: 2_000_000 };
/** Files in base64: their bytes are never kept. */
const BINARY = 'file';

/**
 * Reads the elements below the root one by one; only one of them is in memory at a time. No DTD, hence no entities but
 * the five of XML and character references.
 * @param onElement called with each element below the root once it is closed
 * @throws XmlFault
 */
export function readXml(
  xml: string,
  { root, budget }: { root: string; budget: ReadingBudget },
  onElement: (element: XmlElement) => void,
): void {
  const parser = new SaxesParser();
  const open: XmlElement[] = [];
  const size = { elements: 0, characters: 0 };
  const fail = (text: Text): never => {
    throw new XmlFault(parser.line, text);
  };
  parser.on('error', (error) => fail(notWellFormed(error.message)));
  parser.on('doctype', () => fail(NO_DTD));
  parser.on('opentagstart', ({ name }) => {
    if (open.length === 0 && name !== root) fail(notRoot(root));
    if (open.length <= 1) size.elements = size.characters = 0;
    size.elements += 1;
    if (open.length >= LIMITS.depth || size.elements > LIMITS.elements) fail(TOO_LARGE);
    open.push({ name, line: parser.line, attributes: {}, text: '', children: [] });
  });
  parser.on('opentag', ({ attributes }) => {
    const element = open.at(-1);
    if (element) element.attributes = attributes;
  });
  const addText = (text: string) => {
    budget.spend(text.length);
    const element = open.at(-1);
    if (!element || element.name === BINARY || open.length < 2) return;
    size.characters += text.length;
    if (size.characters > LIMITS.characters) fail(TOO_LARGE);
    element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element) return;
    if (open.length === 1) onElement(element);
    else if (open.length > 1) open.at(-1)?.children.push(element);
  });
  parser.write(xml).close();
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The trimmed text of a child, or of the `text` within it; empty when it is not there. */
export function valueOf(element: XmlElement, name: string): string {
  const child = childOf(element, name);
  return child ? (childOf(child, 'text') ?? child).text.trim() : '';
}

const NO_DTD: Text = {
  vi: 'Tệp XML có khai báo DOCTYPE, không được nhận vì lý do an toàn. Tệp do Moodle xuất ra không có phần này.',
  en: 'The XML file has a DOCTYPE, which is refused for safety. Files that Moodle exports have none.',
};

const TOO_LARGE: Text = {
  vi: 'Câu hỏi này quá lớn hoặc lồng quá sâu.',
  en: 'This question is too large or nested too deeply.',
};

function notRoot(root: string): Text {
  return { vi: `Tệp XML này không phải của Moodle: thiếu <${root}>.`, en: `Not Moodle XML: <${root}> is missing.` };
}

function notWellFormed(message: string): Text {
  const reason = message.replace(/^\d+:\d+: /, '').slice(0, 200);
  return {
    vi: `Tệp XML bị lỗi từ dòng này, phần sau không đọc được (${reason}).`,
    en: `The XML is broken from this line on and is not read further (${reason}).`,
  };
}
