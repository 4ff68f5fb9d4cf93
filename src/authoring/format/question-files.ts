import {
  parseGift,
  readYamlQuestion,
  type QuestionSource,
  type WrittenQuestion,
} from '../../question-bank/question-format.service.js';
import type { ContentFolder } from './content-folder.js';

const QUESTION_FILE = /\.(?:gift|questions\.yaml)$/;

export function isQuestionFile(name: string): boolean {
  return QUESTION_FILE.test(name);
}

/** The questions of a GIFT file or a *.questions.yaml as the file says them; null, with faults, when it cannot be read. */
export function readQuestionFile(folder: ContentFolder, name: string): QuestionSource[] | null {
  if (name.endsWith('.gift')) {
    const text = folder.text(name);
    if (text === null) return null;
    const { questions, faults } = parseGift(text);
    for (const fault of faults) folder.fault(name, fault.line, fault.message);
    return questions;
  }
  const file = folder.yaml<WrittenQuestion[]>(name, 'questions');
  return file && file.data.map((written, index) => readYamlQuestion(written, file.lineOf([index])));
}
