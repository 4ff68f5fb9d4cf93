import { buffer } from 'node:stream/consumers';
import { writeSheet } from '../../platform/sheet/sheet-writer.js';
import { aikenLossesOf, printAiken } from './aiken/print-aiken.js';
import { giftLossesOf, printGift } from './gift/print-gift.js';
import { moodleLossesOf, printMoodleXml } from './moodle/print-moodle-xml.js';
import type { ExportLoss, QuestionLoss } from './question-loss.js';
import type { QuestionSource } from './question-source.js';
import { printRows, sheetLossesOf } from './sheet/print-rows.js';

export const EXPORT_FORMATS = ['gift', 'aiken', 'moodle-xml', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const LOSSES: Record<ExportFormat, (question: QuestionSource) => QuestionLoss[]> = {
  gift: giftLossesOf,
  aiken: aikenLossesOf,
  'moodle-xml': moodleLossesOf,
  xlsx: sheetLossesOf,
};

/** What a format cannot hold of a question, in words; nothing when it comes back from the file unchanged. */
export function lossesOf(question: QuestionSource, format: ExportFormat): QuestionLoss[] {
  return LOSSES[format](question);
}

/** A file of the questions that a format can hold, and what is lost of which. */
export async function printQuestions(
  questions: QuestionSource[],
  format: ExportFormat,
): Promise<{ content: Buffer; losses: ExportLoss[] }> {
  if (format === 'xlsx') {
    const { rows, losses } = printRows(questions);
    return { content: await buffer(writeSheet('xlsx', [{ name: 'Câu hỏi', rows }])), losses };
  }
  const print = { gift: printGift, aiken: printAiken, 'moodle-xml': printMoodleXml }[format];
  const { text, losses } = print(questions);
  return { content: Buffer.from(text), losses };
}
