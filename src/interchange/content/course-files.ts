import { citedInMarkdown, type ParsedCourse, type ParsedLesson } from '../../catalogue/course-import.service.js';
import type { Bilingual, CertificateRule, CompletionRule } from '../../catalogue/entities/completion-rule.js';
import type { LessonKind } from '../../catalogue/entities/lesson.entity.js';
import type { ParsedQuestion, ParsedQuiz } from '../../question-bank/question-import.service.js';
import { parseGift } from '../gift/parse-gift.js';
import type { ContentFolder } from './content-folder.js';
import { toParsedQuestion } from './question-conversion.js';

interface CourseFile {
  slug: string;
  title: Bilingual;
  summary: Bilingual;
  asOf: string;
  topics: string[];
  estimatedMinutes: number;
  completion: CompletionRule;
  certificate?: CertificateRule;
}

interface LessonFile {
  title: Bilingual;
  kind: LessonKind;
  minutes: number;
  citations: string[];
}

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

export interface CourseFiles {
  course: ParsedCourse;
  quizzes: ParsedQuiz[];
  /** Where each citation stands, for faults that only the law library can find. */
  citations: { file: string; codes: string[] }[];
}

const MODULE_FOLDER = /^(\d\d)-([a-z0-9-]+)\/module\.yaml$/;
const LESSON_FILE = /^\d\d-([a-z0-9-]+)(?:\.quiz\.yaml|\.md)$/;
const MINUTES_PER_QUESTION = 1.5;

/** Reads one course folder. Faults stay in the folder; null when its course.yaml cannot be used. */
export function readCourse(folder: ContentFolder): CourseFiles | null {
  const file = folder.yaml<CourseFile>('course.yaml', 'course');
  const quizzes: ParsedQuiz[] = [];
  const citations: CourseFiles['citations'] = [];
  const skillModules = folder.names().flatMap((name) => {
    const slug = MODULE_FOLDER.exec(name)?.[2];
    if (slug === undefined) return [];
    const about = folder.yaml<{ title: Bilingual; summary: Bilingual }>(name, 'module');
    const lessons = readLessons(folder, name.slice(0, name.indexOf('/')), { quizzes, citations });
    return about ? [{ slug, ...about, lessons }] : [];
  });
  if (!file) return null;
  checkCourse(folder, file, { slugs: skillModules.flatMap((m) => m.lessons.map((l) => l.slug)), quizzes });
  const { completion, certificate, slug, title, summary, asOf, topics, estimatedMinutes } = file;
  const course: ParsedCourse = {
    ...{ slug, title, summary, asOf, topics, estimatedMinutes, skillModules },
    contentHash: folder.hash(),
    completionRule: completion,
    certificateRule: certificate ?? null,
  };
  return { course, quizzes, citations };
}

function checkCourse(folder: ContentFolder, file: CourseFile, found: { slugs: string[]; quizzes: ParsedQuiz[] }): void {
  if (!folder.path.endsWith(`/${file.slug}`)) {
    folder.fault('course.yaml', 1, {
      vi: `Mã ${file.slug} khác tên thư mục.`,
      en: `Slug ${file.slug} is not the folder's name.`,
    });
  }
  for (const slug of found.slugs.filter((slug, index) => found.slugs.indexOf(slug) !== index)) {
    folder.fault('course.yaml', null, { vi: `Hai bài học cùng tên ${slug}.`, en: `Two lessons are called ${slug}.` });
  }
  for (const { quiz } of file.completion.quizzes ?? []) {
    if (found.quizzes.some((candidate) => candidate.slug === quiz)) continue;
    folder.fault('course.yaml', null, {
      vi: `Điều kiện hoàn thành nêu bài ${quiz} không có.`,
      en: `Completion names a quiz ${quiz} that is not there.`,
    });
  }
  const codes = found.quizzes.flatMap((quiz) => quiz.questions.map((question) => question.code));
  for (const code of new Set(codes.filter((code, index) => codes.indexOf(code) !== index))) {
    folder.fault('course.yaml', null, { vi: `Mã câu hỏi ${code} bị lặp.`, en: `Question id ${code} occurs twice.` });
  }
}

type Collected = Pick<CourseFiles, 'quizzes' | 'citations'>;

function readLessons(folder: ContentFolder, module: string, collected: Collected): ParsedLesson[] {
  return folder.names().flatMap((name) => {
    const slug = name.startsWith(`${module}/`) ? LESSON_FILE.exec(name.slice(module.length + 1))?.[1] : undefined;
    if (slug === undefined) return [];
    return name.endsWith('.md') ? readReading(folder, name, { slug, collected }) : readQuiz(folder, name, collected);
  });
}

function readReading(
  folder: ContentFolder,
  name: string,
  { slug, collected }: { slug: string; collected: Collected },
): ParsedLesson[] {
  const file = folder.markdown<LessonFile>(name);
  if (!file) return [];
  const linked = citedInMarkdown(file.body);
  for (const code of linked.filter((code) => !file.data.citations.includes(code))) {
    folder.fault(name, null, {
      vi: `Điều ${code} có trong bài nhưng thiếu trong citations.`,
      en: `${code} is linked but not listed in citations.`,
    });
  }
  collected.citations.push({ file: name, codes: file.data.citations });
  const { title, kind, minutes, citations } = file.data;
  return [{ slug, kind, title, minutes, markdown: file.body, citations }];
}

function readQuiz(folder: ContentFolder, name: string, collected: Collected): ParsedLesson[] {
  const file = folder.yaml<QuizFile>(name, 'quiz');
  if (!file) return [];
  const bank = `${name.slice(0, name.lastIndexOf('/') + 1)}${file.questions}`;
  const questions = readQuestions(folder, bank);
  if (questions.length < file.draw) {
    folder.fault(name, null, {
      vi: `Ngân hàng có ${questions.length} câu, không đủ để rút ${file.draw} câu.`,
      en: `The bank holds ${questions.length} questions; ${file.draw} are to be drawn.`,
    });
  }
  collected.citations.push({ file: bank, codes: questions.flatMap((question) => question.citations) });
  const { slug, title, kind, draw, graceSeconds, passPercent, maxAttempts, shuffleOptions } = file;
  collected.quizzes.push({
    ...{ slug, title, kind, draw, graceSeconds, passPercent, maxAttempts, shuffleOptions, questions },
    timeLimitSeconds: file.timeLimitMinutes === undefined ? null : file.timeLimitMinutes * 60,
    review: file.review === 'afterPass' ? 'after-pass' : 'after-submission',
  });
  const minutes = file.timeLimitMinutes ?? Math.ceil(draw * MINUTES_PER_QUESTION);
  return [{ slug, kind: 'quiz', title, minutes, markdown: '', citations: [] }];
}

function readQuestions(folder: ContentFolder, name: string): ParsedQuestion[] {
  const text = folder.text(name);
  if (text === null) return [];
  const { questions, faults } = parseGift(text);
  for (const fault of faults) folder.fault(name, fault.line, fault.message);
  for (const { line, id } of questions) {
    if (id === null)
      folder.fault(name, line, {
        vi: 'Câu hỏi thiếu mã [id:…] ở dòng chú thích phía trên.',
        en: 'The question lacks its [id:…] in the comment above.',
      });
  }
  return questions.map(toParsedQuestion);
}
