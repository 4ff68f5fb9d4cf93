import type { ParsedLesson } from '../../catalogue/course-import.service.js';
import type { Bilingual } from '../../catalogue/entities/completion-rule.js';
import type { ParsedQuestion, ParsedQuiz } from '../../question-bank/question-import.service.js';
import type { ContentFolder } from './content-folder.js';
import { conversionFaultOf, parseGift, toParsedQuestion } from '../../question-bank/question-format.service.js';

interface QuizFile {
  slug: string;
  title: Bilingual;
  kind: 'practice' | 'final';
  questions: string;
  draw: number;
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

/** The quizzes of one course and the GIFT files they draw from; a file may serve several quizzes. */
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
    const { slug, title, kind, draw, graceSeconds, passPercent, maxAttempts, shuffleOptions } = file.data;
    const questions = this.bank(`${name.slice(0, name.lastIndexOf('/') + 1)}${file.data.questions}`);
    if (questions && questions.length < draw) {
      this.folder.fault(name, file.lineOf(['draw']), {
        vi: `Ngân hàng có ${questions.length} câu, không đủ để rút ${draw} câu.`,
        en: `The bank holds ${questions.length} questions; ${draw} are to be drawn.`,
      });
    }
    this.quizzes.push({
      ...{ slug, title, kind, draw, graceSeconds, passPercent, maxAttempts, shuffleOptions },
      questions: questions ?? [],
      timeLimitSeconds: file.data.timeLimitMinutes === undefined ? null : file.data.timeLimitMinutes * 60,
      review: file.data.review === 'afterPass' ? 'after-pass' : 'after-submission',
    });
    const minutes = file.data.timeLimitMinutes ?? Math.ceil(draw * MINUTES_PER_QUESTION);
    return { slug, kind: 'quiz', title, minutes, markdown: '', citations: [], asOf: this.asOf };
  }

  /** Reports GIFT files that no quiz draws from: most likely a misspelt name. */
  checkUnused(): void {
    if (!this.complete) return;
    for (const name of this.folder.names()) {
      if (!name.endsWith('.gift') || this.banks.has(name)) continue;
      this.folder.fault(name, null, {
        vi: 'Không bài kiểm tra nào dùng tệp câu hỏi này.',
        en: 'No quiz draws from this question file.',
      });
    }
  }

  /** The questions of a GIFT file; null when it has faults. */
  private bank(name: string): ParsedQuestion[] | null {
    const known = this.banks.get(name);
    if (known !== undefined) return known;
    const questions = this.readBank(name);
    this.banks.set(name, questions);
    return questions;
  }

  private readBank(name: string): ParsedQuestion[] | null {
    const text = this.folder.text(name);
    if (text === null) return null;
    const before = this.folder.faults.length;
    const { questions, faults } = parseGift(text);
    for (const fault of faults) this.folder.fault(name, fault.line, fault.message);
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
