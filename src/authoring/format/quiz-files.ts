import type { ParsedLesson } from '../../catalogue/course-import.service.js';
import type { Bilingual } from '../../catalogue/entities/completion-rule.js';
import type { ParsedQuestion, ParsedQuiz } from '../../question-bank/question-import.service.js';
import type { ContentFolder, YamlData } from './content-folder.js';
import {
  blueprintSize,
  conversionFaultOf,
  fillBlueprint,
  toParsedQuestion,
  type BlueprintCell,
} from '../../question-bank/question-format.service.js';
import { isQuestionFile, readQuestionFile } from './question-files.js';

interface QuizFile {
  slug: string;
  title: Bilingual;
  kind: 'practice' | 'final';
  questions: string | string[];
  /** Exactly one of draw and blueprint. */
  draw?: number;
  blueprint?: BlueprintCell[];
  timeLimitMinutes?: number;
  graceSeconds: number;
  passPercent: number;
  maxAttempts: number;
  shuffleOptions: boolean;
  review: 'afterSubmission' | 'afterPass';
}

/** An article cited somewhere, for the faults that only the law library can find. */
export interface CitationPlace {
  file: string;
  line: number;
  code: string;
  asOf: string;
}

const MINUTES_PER_QUESTION = 1.5;

/** The quizzes of one course and the question files they draw from; a file may serve several quizzes. */
export class QuizFiles {
  readonly quizzes: ParsedQuiz[] = [];
  readonly citations: CitationPlace[] = [];
  /** Whether every quiz file could be read: else what seems to be missing may only be misread. */
  complete = true;
  private readonly banks = new Map<string, ParsedQuestion[] | null>();
  /** Where each question's code was seen first. */
  private readonly codes = new Map<string, string>();

  /** @param asOf the day on which the course's law was checked */
  constructor(
    private readonly folder: ContentFolder,
    private readonly asOf: string,
  ) {}

  /** Reads a quiz lesson with its questions, or null with faults. */
  read(name: string): ParsedLesson | null {
    const file = this.folder.yaml<QuizFile>(name, 'quiz');
    if (!file) {
      this.complete = false;
      return null;
    }
    const { slug, title, kind, blueprint, graceSeconds, passPercent, maxAttempts, shuffleOptions } = file.data;
    const draw = blueprint ? blueprintSize(blueprint) : (file.data.draw ?? 0);
    const questions = this.pool(name, [file.data.questions].flat());
    if (questions) this.checkPool(name, file, questions);
    this.quizzes.push({
      ...{ slug, title, kind, draw, graceSeconds, passPercent, maxAttempts, shuffleOptions },
      ...(blueprint && { blueprint }),
      questions: questions ?? [],
      timeLimitSeconds: file.data.timeLimitMinutes === undefined ? null : file.data.timeLimitMinutes * 60,
      review: file.data.review === 'afterPass' ? 'after-pass' : 'after-submission',
    });
    const minutes = file.data.timeLimitMinutes ?? Math.ceil(draw * MINUTES_PER_QUESTION);
    return { slug, kind: 'quiz', title, minutes, markdown: '', citations: [], asOf: this.asOf };
  }

  /** The questions of all files of a quiz; null when one of them has faults. */
  private pool(name: string, files: string[]): ParsedQuestion[] | null {
    const place = name.slice(0, name.lastIndexOf('/') + 1);
    const banks = files.map((file) => this.bank(`${place}${file}`));
    return banks.every((bank) => bank !== null) ? banks.flat() : null;
  }

  private checkPool(name: string, file: YamlData<QuizFile>, questions: ParsedQuestion[]): void {
    const { draw = 0, blueprint = [] } = file.data;
    if (questions.length < draw) {
      this.folder.fault(name, file.lineOf(['draw']), {
        vi: `Ngân hàng có ${questions.length} câu, không đủ để rút ${draw} câu.`,
        en: `The bank holds ${questions.length} questions; ${draw} are to be drawn.`,
      });
    }
    fillBlueprint(blueprint, questions).forEach(({ lacking }, index) => {
      if (lacking === 0) return;
      const { count = 0, ...asked } = blueprint[index] ?? {};
      const cell = Object.entries(asked).map(([key, value]) => `${key}: ${value}`);
      const named = cell.length > 0 ? ` (${cell.join(', ')})` : '';
      this.folder.fault(name, file.lineOf(['blueprint', index]), {
        vi: `Ô thứ ${index + 1} của ma trận đề${named} cần ${count} câu, ngân hàng còn thiếu ${lacking} câu.`,
        en: `Cell ${index + 1} of the blueprint${named} asks for ${count} questions; the bank lacks ${lacking}.`,
      });
    });
  }

  /** Reports question files that no quiz draws from: most likely a misspelt name. */
  checkUnused(): void {
    if (!this.complete) return;
    for (const name of this.folder.names()) {
      if (!isQuestionFile(name) || this.banks.has(name)) continue;
      this.folder.fault(name, null, {
        vi: 'Không bài kiểm tra nào dùng tệp câu hỏi này.',
        en: 'No quiz draws from this question file.',
      });
    }
  }

  /** The questions of a file; null when it has faults. */
  private bank(name: string): ParsedQuestion[] | null {
    const known = this.banks.get(name);
    if (known !== undefined) return known;
    const questions = this.readBank(name);
    this.banks.set(name, questions);
    return questions;
  }

  private readBank(name: string): ParsedQuestion[] | null {
    const before = this.folder.faults.length;
    const questions = readQuestionFile(this.folder, name);
    if (questions === null) return null;
    const converted = questions.map((question) => {
      const fault = conversionFaultOf(question);
      if (fault) this.folder.fault(name, question.line, fault);
      const parsed = toParsedQuestion(question);
      this.checkCode(name, question.line, parsed.code);
      for (const code of parsed.citations) {
        this.citations.push({ file: name, line: question.line, code, asOf: this.asOf });
      }
      return parsed;
    });
    return this.folder.faults.length === before ? converted : null;
  }

  private checkCode(name: string, line: number, code: string): void {
    const first = this.codes.get(code);
    if (code === '' || first === undefined) {
      this.codes.set(code, `${name}:${line}`);
      return;
    }
    this.folder.fault(name, line, {
      vi: `Mã câu hỏi ${code} đã dùng ở ${first}.`,
      en: `The question id ${code} is already used at ${first}.`,
    });
  }
}
