import type { Text } from '../../../platform/problems/problem.js';
import type { ReadingBudget } from '../question-file.js';
import type { SourceFault, SourceFormat, SourceText } from '../question-source.js';
import { cleanText } from '../clean-text.js';
import { childOf, childrenOf, valueOf, type XmlElement } from './xml-elements.js';

/** Moodle's names of the formats of a text. */
export const FORMATS: Record<string, SourceFormat> = {
  html: 'html',
  moodle_auto_format: 'moodle',
  plain_text: 'plain',
  markdown: 'markdown',
};

/** Texts of the combined feedback that Moodle itself fills in: they say what every screen here says, too. */
const STOCK = new Set(
  [
    ...['Your answer is correct', 'Your answer is partially correct', 'Your answer is incorrect'],
    ...['Câu trả lời của bạn đúng', 'Câu trả lời của bạn đúng một phần', 'Câu trả lời của bạn sai'],
  ].map((text) => text.normalize('NFC')),
);

/** What a learner is told by how well the whole question was answered. */
export interface CombinedFeedback {
  right: SourceText | null;
  partial: SourceText | null;
  wrong: SourceText | null;
}

/** A `<question>` while it is read, and what is wrong with it or lost of it. */
export class MoodleQuestion {
  readonly faults: SourceFault[] = [];
  readonly losses: SourceFault[] = [];
  /** Without the answers that Moodle embeds in it, once they are read. */
  stem: SourceText;

  constructor(
    readonly element: XmlElement,
    readonly budget: ReadingBudget,
  ) {
    const stem = childOf(element, 'questiontext');
    this.stem = stem ? this.text(stem) : { format: 'html', text: '' };
  }

  fail(message: Text, line = this.element.line): void {
    this.faults.push({ line, message });
  }

  lose(message: Text, line = this.element.line): void {
    this.losses.push({ line, message });
  }

  children(name: string): XmlElement[] {
    return childrenOf(this.element, name);
  }

  value(name: string): string {
    return valueOf(this.element, name);
  }

  isOn(name: string): boolean {
    return ['1', 'true'].includes(this.value(name).toLowerCase());
  }

  /** The text of an element, in the format that it names. Files within are named as lost. */
  text(element: XmlElement, inherited: SourceFormat = 'html'): SourceText {
    const inner = childOf(element, 'text') ?? element;
    if (inner.children.some((child) => child.name !== 'file' && inner !== element)) {
      this.fail(UNQUOTED, inner.line);
    }
    for (const file of childrenOf(element, 'file')) this.lose(fileLoss(file.attributes['name'] ?? ''), file.line);
    const format = FORMATS[element.attributes['format'] ?? ''] ?? inherited;
    const raw = format === 'plain' ? inner.text : withoutFiles(inner.text);
    return { format, text: cleanText(raw) };
  }

  optional(element: XmlElement | undefined, inherited?: SourceFormat): SourceText | null {
    const text = element && this.text(element, inherited);
    return text?.text ? text : null;
  }

  /** Worth and feedback of an `<answer fraction="…">`. */
  worth(answer: XmlElement): { percent: number; feedback: SourceText | null } {
    const percent = Number(answer.attributes['fraction'] ?? '0');
    if (!Number.isFinite(percent) || Math.abs(percent) > 100) {
      const shown = answer.attributes['fraction'] ?? '';
      this.fail(
        { vi: `Trọng số "${shown}" không nằm trong −100…100.`, en: `The weight "${shown}" is not in −100…100.` },
        answer.line,
      );
    }
    return { percent: percent + 0, feedback: this.optional(childOf(answer, 'feedback')) };
  }

  combinedFeedback(): CombinedFeedback {
    const read = (name: string): SourceText | null => {
      const text = this.optional(childOf(this.element, name));
      const words = text?.text.replace(/<[^<>]{0,200}>/g, '').trim();
      return words === undefined || words === '' || STOCK.has(words.replace(/\.$/, '')) ? null : text;
    };
    return {
      right: read('correctfeedback'),
      partial: read('partiallycorrectfeedback'),
      wrong: read('incorrectfeedback'),
    };
  }
}

const UNQUOTED: Text = {
  vi: 'Nội dung có thẻ HTML phải nằm trong <![CDATA[ … ]]>.',
  en: 'A text with HTML tags must be within <![CDATA[ … ]]>.',
};

function fileLoss(name: string): Text {
  const shown = cleanText(name).slice(0, 200);
  return {
    vi: `Tệp đính kèm hoặc hình "${shown}" không được đưa vào; mời chèn lại hình trong bài soạn.`,
    en: `The attached file or picture "${shown}" is not taken over; please insert it again in the draft.`,
  };
}

/** Pictures that lay in the Moodle file become their alternative texts: the address would lead nowhere. */
function withoutFiles(html: string): string {
  let result = '';
  let from = 0;
  for (let at = html.indexOf('<img'); at >= 0; at = html.indexOf('<img', from)) {
    const end = html.indexOf('>', at);
    if (end < 0) break;
    const tag = html.slice(at, end + 1);
    const alt = /\salt="([^"]*)"/.exec(tag)?.[1] ?? '';
    result += html.slice(from, at) + (tag.includes('@@PLUGINFILE@@') ? `[${alt.trim() || 'hình'}]` : tag);
    from = end + 1;
  }
  return result + html.slice(from);
}
