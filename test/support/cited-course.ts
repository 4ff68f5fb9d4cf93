import type { Type } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { CourseImportService, type ParsedLesson } from '../../src/catalogue/course-import.service.js';
import type { CertificateRule, CompletionRule } from '../../src/catalogue/entities/completion-rule.js';
import { LawImportService, type ParsedDocument, type ParsedVersion } from '../../src/law/law-import.service.js';
import { contentHash } from '../../src/platform/ids/content-hash.js';
import { newId } from '../../src/platform/ids/new-id.js';
import type { BlueprintCell } from '../../src/question-bank/entities/blueprint.js';
import { QuestionImportService, type ParsedQuestion } from '../../src/question-bank/question-import.service.js';

/** Services on a database: a FeatureWorld, or the whole application. */
export interface Services {
  dataSource: DataSource;
  get<T>(service: Type<T>): T;
}

/** The quiz of every course made here, and its lesson. */
export const QUIZ = 'kiem-tra';

/** A course in which lessons and questions cite articles. Lessons named `tinh-huong…` are scenarios. */
export interface CitedCourse {
  slug: string;
  /** The day on which the law was checked. */
  asOf: string;
  /** Codes cited, by lesson slug. */
  lessons: Record<string, string[]>;
  /** Codes cited, by question code; a code like `c1~2` is another wording of `c1`. */
  questions?: Record<string, string[]>;
  draw?: number;
  blueprint?: BlueprintCell[];
  topics?: string[];
  completionRule?: CompletionRule;
  certificateRule?: CertificateRule;
}

const lesson = (slug: string, citations: string[], asOf: string): ParsedLesson => {
  const common = { slug, title: { vi: `Bài ${slug}` }, minutes: 5, markdown: '', citations, asOf };
  if (!slug.startsWith('tinh-huong')) return { ...common, kind: slug === QUIZ ? 'quiz' : 'reading' };
  const scenario = { role: { vi: 'Chủ tịch' }, story: '{}', startsOn: asOf, passPercent: 50, meters: [] };
  return { ...common, kind: 'scenario', scenario };
};

const question = (name: string, citations: string[]): ParsedQuestion => ({
  ...{ code: name.split('~')[0] ?? name, kind: 'true-false', title: `Câu ${name}`, body: { stem: `Câu ${name}?` } },
  ...{ difficulty: 1, tags: [], citations },
  answerKey: { kind: 'true-false', correct: true, feedbackWrong: null, feedbackRight: null, general: null },
});

/** Publishes a revision of the course. @returns ids of the revision, its lessons by slug, and its quiz */
export async function publishCited(
  world: Services,
  wanted: CitedCourse,
): Promise<{ revisionId: string; lessonIds: Map<string, string>; quizId: string }> {
  const { slug, asOf, lessons, questions = {}, draw = 1, topics = [] } = wanted;
  const title = { vi: `Khoá ${slug}` };
  const parsed = Object.entries({ ...lessons, [QUIZ]: [] }).map(([name, cited]) => lesson(name, cited, asOf));
  const course = {
    ...{ slug, title, summary: title, asOf, topics, estimatedMinutes: 20, contentHash: contentHash(newId()) },
    ...{ completionRule: wanted.completionRule ?? {}, certificateRule: wanted.certificateRule ?? null },
    skillModules: [{ slug: 'x', title: { vi: 'Chuyên đề' }, summary: title, lessons: parsed }],
  };
  const quiz = {
    ...{ slug: QUIZ, title: { vi: 'Kiểm tra' }, kind: 'final' as const, draw, timeLimitSeconds: null, graceSeconds: 0 },
    ...(wanted.blueprint && { blueprint: wanted.blueprint }),
    ...{ passPercent: 70, maxAttempts: 0, shuffleOptions: true, review: 'after-pass' as const },
    questions: Object.entries(questions).map(([code, cited]) => question(code, cited)),
  };
  const courses = world.get(CourseImportService);
  return world.dataSource.transaction(async (tx) => {
    const draft = await courses.importDraft(tx, course);
    const lessonId = draft.lessonIdBySlug.get(QUIZ) ?? '';
    await world.get(QuestionImportService).importQuiz(tx, quiz, { ...draft, lessonId, asOf });
    await courses.publish(tx, draft);
    const [row] = await tx.query<{ id: string }[]>('SELECT id FROM quiz WHERE lesson_id = $1', [lessonId]);
    return { revisionId: draft.revisionId, lessonIds: draft.lessonIdBySlug, quizId: row?.id ?? '' };
  });
}

/** One wording of an article; days are YYYY-MM-DD. */
export const wording = (validFrom: string, summary: string, validTo: string | null = null): ParsedVersion => ({
  ...{ validFrom, validTo, summary, amended: null, note: null, confidence: 'source', sources: [] },
});

/** Brings the library to documents with these articles: wordings by number. */
export async function importLibrary(
  world: Services,
  documents: Record<string, Record<string, ParsedVersion[]>>,
): Promise<void> {
  const parsed = Object.entries(documents).map(([code, articles]): ParsedDocument => ({
    ...{ code, number: code, title: `Văn bản ${code}`, issuedOn: null, effectiveFrom: null, effectiveTo: null },
    ...{ status: 'in-force', confidence: 'source', sources: [], remarks: {} },
    articles: Object.entries(articles).map(([number, versions]) => ({
      ...{ code: `${code}.d${number}`, number, title: `Tên điều ${number}`, chapter: null, seeAlso: [], versions },
    })),
  }));
  await world.dataSource.transaction((tx) =>
    world.get(LawImportService).importLaw(tx, { sources: [], documents: parsed }),
  );
}
