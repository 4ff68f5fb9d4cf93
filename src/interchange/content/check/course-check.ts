import {
  isQuestionFile,
  readCourse,
  readQuestionFile,
  type ContentFolder,
} from '../../../authoring/course-format.service.js';
import { parseGift, printGift, type QuestionSource } from '../../../question-bank/question-format.service.js';
import type { ArticleTexts } from './article-texts.js';
import type { FigureExceptions } from './exceptions.js';
import { figuresIn, statingSentences, type Figure } from './figures.rules.js';
import { passagesOf, VouchedFigures } from './quoted-figures.js';
import { citedBy, questionFaults, SITUATION_TAG } from './question.rules.js';
import { readingFaults } from './reading.rules.js';

const DOUBT_BOX = '::: nghi-van';

/** What was looked at, for the summary. */
export interface CheckFigures {
  lessons: number;
  questions: number;
  situations: number;
  citations: number;
  quotedFigures: number;
}

/** Reads one course again as a demanding editor would. Faults go to the folder. */
export class CourseCheck {
  readonly figures: CheckFigures = { lessons: 0, questions: 0, situations: 0, citations: 0, quotedFigures: 0 };
  private readonly vouched: VouchedFigures;
  private readonly asOf: string;

  constructor(
    private readonly folder: ContentFolder,
    private readonly law: ArticleTexts,
    private readonly exceptions: FigureExceptions,
  ) {
    const files = readCourse(folder);
    const asOf = files?.course.asOf ?? '';
    this.asOf = asOf;
    this.vouched = new VouchedFigures((code) => law.entry(code, asOf)?.text ?? null);
    for (const { file, line, code, asOf: day } of files?.citations ?? []) {
      this.figures.citations += 1;
      if (law.entry(code, day)) continue;
      folder.fault(file, line, {
        vi: `Điều ${code} không có trong thư viện pháp luật hoặc không có hiệu lực ngày ${day}.`,
        en: `Article ${code} is not in the law library, or not in force on ${day}.`,
      });
    }
  }

  run(): void {
    for (const name of this.folder.names()) {
      this.checkForm(name);
      if (/^\d\d-.*\.md$/.test(name.split('/')[1] ?? '')) this.checkLesson(name);
      else if (isQuestionFile(name)) this.checkQuestions(name);
    }
    // Reading a file a second time says again what the first reading said.
    const seen = new Set<string>();
    const fresh = this.folder.faults.splice(0).filter((fault) => {
      const key = JSON.stringify(fault);
      return !seen.has(key) && seen.add(key);
    });
    this.folder.faults.push(...fresh);
  }

  private checkForm(name: string): void {
    const raw = this.folder.raw(name);
    if (raw === null || raw === raw.normalize('NFC')) return;
    const line = raw.split('\n').findIndex((text) => text !== text.normalize('NFC')) + 1;
    this.folder.fault(name, line, {
      vi: 'Chữ tiếng Việt chưa ở dạng dựng sẵn (Unicode NFC).',
      en: 'The Vietnamese is not in composed form (Unicode NFC).',
    });
  }

  private checkLesson(name: string): void {
    const file = this.folder.markdown<{ citations: string[] }>(name);
    if (!file) return;
    this.figures.lessons += 1;
    const at = (line: number) => file.bodyLine + line - 1;
    for (const { line, message } of readingFaults(file.body)) this.folder.fault(name, at(line), message);
    for (const { line, codes, figures } of passagesOf(file.body)) {
      this.checkFigures({ name, line: at(line) }, codes, figures);
    }
    for (const [index, code] of file.data.citations.entries()) {
      if ((this.law.entry(code, this.asOf)?.certain ?? true) || file.body.includes(DOUBT_BOX)) continue;
      this.folder.fault(name, file.lineOf(['citations', index]), {
        vi: `Điều ${code} còn nghi vấn (DOUBTS.md): bài cần khung ${DOUBT_BOX} để người học thấy.`,
        en: `${code} is in doubt (DOUBTS.md): the lesson needs a box ${DOUBT_BOX} that the learner sees.`,
      });
    }
  }

  private checkQuestions(name: string): void {
    const questions = readQuestionFile(this.folder, name);
    if (questions === null) return;
    if (name.endsWith('.gift')) this.checkRoundTrip(name, questions);
    for (const question of questions) {
      const { line, tags } = question;
      this.figures.questions += 1;
      if (tags.includes(SITUATION_TAG)) this.figures.situations += 1;
      const codes = citedBy(question);
      for (const message of questionFaults(question)) this.folder.fault(name, line, message);
      const stated = statingSentences((question.generalFeedback?.text ?? '').replaceAll('*', ''));
      this.checkFigures({ name, line }, codes, stated.flatMap(figuresIn));
      for (const code of codes.filter((code) => this.law.entry(code, this.asOf)?.certain === false)) {
        this.folder.fault(name, line, {
          vi: `Điều ${code} còn nghi vấn (DOUBTS.md) nên không được hỏi.`,
          en: `${code} is in doubt (DOUBTS.md) and must not be asked.`,
        });
      }
    }
  }

  private checkFigures({ name, line }: { name: string; line: number }, codes: string[], figures: Figure[]): void {
    this.figures.quotedFigures += figures.length;
    const file = `${this.folder.path}/${name}`;
    const unvouched = this.vouched.unvouched(codes, figures).filter(({ text }) => !this.exceptions.excuses(file, text));
    for (const text of new Set(unvouched.map((figure) => figure.text))) {
      this.folder.fault(name, line, {
        vi: `"${text}" không có trong ${codes.join(', ')}; mời sửa, hoặc ghi lý do vào check-exceptions.yaml.`,
        en: `"${text}" is not in ${codes.join(', ')}; please mend it, or give the reason in check-exceptions.yaml.`,
      });
    }
  }

  private checkRoundTrip(name: string, questions: QuestionSource[]): void {
    const withoutLines = (list: QuestionSource[]) => list.map((question) => ({ ...question, line: 0 }));
    const again = parseGift(printGift(questions).text);
    const [one, other] = [withoutLines(questions), withoutLines(again.questions)];
    const differs = one.findIndex((question, index) => JSON.stringify(question) !== JSON.stringify(other[index]));
    if (differs < 0) return;
    this.folder.fault(name, questions[differs]?.line ?? null, {
      vi: 'Câu hỏi không giữ nguyên khi xuất ra GIFT rồi nhập lại.',
      en: 'The question changes when it is exported to GIFT and imported again.',
    });
  }
}
