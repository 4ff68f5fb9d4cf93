import type { Text } from '../../../platform/problems/problem.js';
import type { QuestionFile } from '../question-file.js';
import type { QuestionSource, SourceFault } from '../question-source.js';
import { cleanText, titleFrom } from '../clean-text.js';

const OPTION = /^([A-Z])[.)](?:[ \t]|$)/;
/** Moodle knows the English word only; the Vietnamese one is what colleagues type. */
const ANSWER = /^(?:ANSWER|ĐÁP ÁN)[ \t]*:(.*)$/i;
const FIRST_LETTER = 65;

/**
 * Reads an Aiken file (docs.moodle.org/en/Aiken_format): a text, options from "A." on, and "ANSWER: B". The format has
 * no ids, titles, tags, weights or feedback. Blank lines are passed over, as Moodle does.
 */
export function parseAiken(source: string): QuestionFile {
  const reader = new AikenReader();
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) reader.read(index + 1, cleanText(line));
  return reader.end();
}

class AikenReader {
  private readonly questions: QuestionSource[] = [];
  private readonly faults: SourceFault[] = [];
  private open: { line: number; stem: string[]; options: string[][]; hasFault: boolean } | null = null;

  read(line: number, text: string): void {
    if (text === '') return;
    const answer = ANSWER.exec(text)?.[1];
    if (answer !== undefined) this.finish(line, answer.trim());
    else if (OPTION.test(text)) this.addOption(line, text);
    else if (this.open === null) this.open = { line, stem: [text], options: [], hasFault: false };
    else (this.open.options.at(-1) ?? this.open.stem).push(text);
  }

  end(): QuestionFile {
    if (this.open) {
      this.fail(this.open.line, {
        vi: 'Câu hỏi thiếu dòng "ANSWER: …".',
        en: 'The question lacks its line "ANSWER: …".',
      });
    }
    return { questions: this.questions, faults: this.faults, leftOut: [], losses: [] };
  }

  private addOption(line: number, text: string): void {
    if (this.open === null) {
      this.fail(line, { vi: 'Phương án không có câu hỏi phía trên.', en: 'An option without a question above it.' });
      this.open = { line, stem: [], options: [], hasFault: true };
    }
    const { options } = this.open;
    const expected = String.fromCharCode(FIRST_LETTER + options.length);
    const body = text.slice(2).trim();
    if (!text.startsWith(expected)) {
      this.fail(line, {
        vi: `Phương án phải theo thứ tự: chỗ này phải là ${expected}. Có thể câu phía trên thiếu dòng "ANSWER: …".`,
        en: `Options go in order: here ${expected} is expected. Perhaps the question above lacks its "ANSWER: …".`,
      });
    } else if (body === '') this.fail(line, { vi: 'Có phương án để trống.', en: 'An option is empty.' });
    options.push([body]);
  }

  private finish(line: number, answer: string): void {
    const { open } = this;
    this.open = null;
    if (open === null) {
      this.fail(line, { vi: 'Dòng đáp án không có câu hỏi phía trên.', en: 'An answer line without a question.' });
      return;
    }
    const right = /^[A-Z]$/i.test(answer) ? answer.toUpperCase().charCodeAt(0) - FIRST_LETTER : -1;
    if (open.options.length < 2) {
      this.fail(line, {
        vi: 'Câu trắc nghiệm cần ít nhất hai phương án.',
        en: 'A choice needs two options or more.',
      });
    } else if (open.options[right] === undefined) {
      this.fail(line, {
        vi: `Đáp án "${answer}" phải là chữ cái của đúng một phương án.`,
        en: `The answer "${answer}" must be the letter of exactly one option.`,
      });
    } else if (!open.hasFault) {
      const stem = { format: 'plain' as const, text: open.stem.join('\n') };
      const answers = open.options.map((lines, index) => ({
        text: { format: 'plain' as const, text: lines.join('\n') },
        percent: index === right ? 100 : 0,
        feedback: null,
      }));
      const about = { line: open.line, id: null, tags: [], title: titleFrom(stem), stem, generalFeedback: null };
      this.questions.push({ ...about, kind: 'choice', several: false, answers });
    }
  }

  private fail(line: number, message: Text): void {
    this.faults.push({ line, message });
    if (this.open) this.open.hasFault = true;
  }
}
