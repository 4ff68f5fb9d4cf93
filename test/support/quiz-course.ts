import type { DataSource } from 'typeorm';
import type { CompletionRule } from '../../src/catalogue/entities/completion-rule.js';
import { CourseRevision } from '../../src/catalogue/entities/course-revision.entity.js';
import { Handbook } from '../../src/catalogue/entities/handbook.entity.js';
import { Course } from '../../src/catalogue/entities/course.entity.js';
import { Lesson } from '../../src/catalogue/entities/lesson.entity.js';
import { SkillModule } from '../../src/catalogue/entities/skill-module.entity.js';
import { newId } from '../../src/platform/ids/new-id.js';
import type { AnswerKey, QuestionBody } from '../../src/question-bank/entities/question-body.js';
import { QuestionVersion } from '../../src/question-bank/entities/question-version.entity.js';
import { Question } from '../../src/question-bank/entities/question.entity.js';
import { QuizQuestion } from '../../src/question-bank/entities/quiz-question.entity.js';
import { Quiz } from '../../src/question-bank/entities/quiz.entity.js';

const AT = new Date('2026-11-01T00:00:00Z');

/** Stands in every remark of every key: where it is read, a key was let out. */
export const SECRET = 'LỜI GIẢI KÍN';

/** One question of each kind, with a key full of remarks. */
export const QUESTIONS: { code: string; body: QuestionBody; answerKey: AnswerKey }[] = [
  {
    code: 'mot-lua-chon',
    body: {
      stem: '<p>Vụ việc đi đường nào trước tiên?</p>',
      options: ['Hoà giải', 'Trọng tài', 'Toà án', 'Đình công'],
    },
    answerKey: {
      kind: 'single',
      weights: [1, 0, 0, 0],
      feedback: [null, `${SECRET} 1`, `${SECRET} 2`, `${SECRET} 3`],
      general: `${SECRET} chung 1`,
    },
  },
  {
    code: 'nhieu-lua-chon',
    body: { stem: '<p>Những việc nào là tranh chấp về quyền?</p>', options: ['A', 'B', 'C', 'D'] },
    answerKey: {
      kind: 'multiple',
      weights: [0.5, -0.5, 0.5, -0.5],
      feedback: [null, `${SECRET} 4`, null, `${SECRET} 5`],
      general: `${SECRET} chung 2`,
    },
  },
  {
    code: 'dung-sai',
    body: { stem: '<p>Bắt buộc hoà giải?</p>' },
    answerKey: {
      kind: 'true-false',
      correct: true,
      feedbackWrong: `${SECRET} 6`,
      feedbackRight: null,
      general: `${SECRET} chung 3`,
    },
  },
  {
    code: 'tra-loi-ngan',
    body: { stem: '<p>Ai hoà giải?</p>' },
    answerKey: {
      kind: 'short-answer',
      answers: [
        { text: `hoà giải viên`, percent: 100, feedback: null },
        { text: 'toà án', percent: 0, feedback: `${SECRET} 7` },
      ],
      caseSensitive: false,
      general: `${SECRET} chung 4`,
    },
  },
  {
    code: 'so',
    body: { stem: '<p>Bao nhiêu ngày?</p>', unit: 'ngày' },
    answerKey: {
      kind: 'numeric',
      answers: [{ min: 4.5, max: 5.5, percent: 100, feedback: `${SECRET} 8` }],
      general: `${SECRET} chung 5`,
    },
  },
  {
    code: 'noi',
    body: {
      stem: '<p>Nối nơi với thời hiệu.</p>',
      prompts: ['Hoà giải viên', 'Toà án'],
      choices: ['06 tháng', '01 năm', '09 tháng'],
    },
    answerKey: { kind: 'matching', pairs: [0, 1], general: `${SECRET} chung 6` },
  },
];

/** An ordering, a cloze and an essay, for those who ask for them. */
export const PARTS: typeof QUESTIONS = [
  {
    code: 'thu-tu',
    body: { stem: '<p>Xếp các bước.</p>', items: ['Hoà giải', 'Nộp đơn', 'Toà án'] },
    answerKey: { kind: 'ordering', order: [1, 0, 2], general: `${SECRET} chung 7` },
  },
  {
    code: 'dien',
    body: {
      stem: '<p>Trong <span data-blank="1">(1) ……</span> ngày, do <span data-blank="2">(2) ……</span>.</p>',
      blanks: [{ kind: 'numeric' }, { kind: 'choice', choices: ['hoà giải viên', 'thanh tra'] }],
    },
    answerKey: {
      kind: 'cloze',
      blanks: [
        { weight: 1, kind: 'numeric', answers: [{ min: 5, max: 5, percent: 100, feedback: null }] },
        { weight: 1, kind: 'choice', weights: [1, 0], feedback: [null, `${SECRET} 9`] },
      ],
      general: `${SECRET} chung 8`,
    },
  },
  {
    code: 'tu-luan',
    body: {
      stem: '<p>Viết đơn yêu cầu hoà giải.</p>',
      rubric: [
        { criterion: 'Đủ bên và việc', points: 3 },
        { criterion: 'Dẫn đúng điều luật', points: 1 },
      ],
      minimumWords: 20,
      photo: true,
    },
    answerKey: { kind: 'essay', general: `${SECRET} chung 9` },
  },
];

export interface QuizCourse {
  slug: string;
  courseId: string;
  revisionId: string;
  /** Two reading lessons and the lessons of the quizzes. */
  lessonIds: string[];
  practiceId: string;
  finalId: string;
  /** Asked for, not made: nobody was told to. */
  handbookId: string;
}

export const PRACTICE = 'luyen-tap';
export const FINAL = 'kiem-tra-cuoi-khoa';

/**
 * A published course: two lessons to read (10 and 20 minutes), a practice quiz of all six questions without limits and a
 * final one that draws four of them, 20 minutes and 30 seconds, passed at 70.
 */
export async function publishQuizCourse(
  dataSource: DataSource,
  given: { completionRule?: CompletionRule; final?: Partial<Quiz>; questions?: typeof QUESTIONS } = {},
): Promise<QuizCourse> {
  const [courseId, revisionId, skillModuleId] = [newId(), newId(), newId()];
  const slug = `khoa-${courseId.slice(-12)}`;
  return dataSource.transaction(async (tx) => {
    await tx.insert(Course, { id: courseId, slug, createdAt: AT });
    await tx.insert(CourseRevision, {
      id: revisionId,
      courseId,
      number: 1,
      state: 'draft',
      contentHash: revisionId,
      title: { vi: 'Giải quyết tranh chấp', en: 'Disputes' },
      summary: { vi: 'Tóm tắt' },
      asOf: '2026-11-01',
      topics: [],
      estimatedMinutes: 60,
      completionRule: given.completionRule ?? {
        lessons: 'all',
        quizzes: [{ quiz: FINAL, passPercent: 70 }],
        attendance: { minimumPercent: 80 },
      },
      certificateRule: null,
      createdAt: AT,
      publishedAt: null,
    });
    const part = { position: 1, slug: 'phan-1', title: { vi: 'Phần 1' }, summary: { vi: '' } };
    await tx.insert(SkillModule, { id: skillModuleId, revisionId, ...part });
    const lessons = [
      { slug: 'bai-1', kind: 'reading' as const, title: { vi: 'Bài một', en: 'Lesson one' }, minutes: 10 },
      { slug: 'bai-2', kind: 'reading' as const, title: { vi: 'Bài hai' }, minutes: 20 },
      { slug: PRACTICE, kind: 'quiz' as const, title: { vi: 'Luyện tập' }, minutes: 10 },
      { slug: FINAL, kind: 'quiz' as const, title: { vi: 'Kiểm tra cuối khoá' }, minutes: 20 },
    ].map((lesson, index) => ({ id: newId(), position: index + 1, revisionId, skillModuleId, ...lesson }));
    await tx.insert(
      Lesson,
      lessons.map((lesson) => ({ ...lesson, markdown: '', html: '<p>Nội dung</p>' })),
    );
    const versionIds = await insertQuestions(tx, courseId, given.questions ?? QUESTIONS);
    const [practiceId, finalId] = [newId(), newId()];
    const shared = { revisionId, passPercent: 70, shuffleOptions: true, review: 'after-submission' as const };
    await tx.insert(Quiz, [
      {
        ...{ ...shared, id: practiceId, lessonId: lessons[2]!.id, slug: PRACTICE, title: { vi: 'Luyện tập' } },
        ...{ kind: 'practice', draw: 6, timeLimitSeconds: null, graceSeconds: 0, maxAttempts: 0 },
      },
      {
        ...{ ...shared, id: finalId, lessonId: lessons[3]!.id, slug: FINAL, title: { vi: 'Kiểm tra cuối khoá' } },
        ...{ kind: 'final', draw: 4, timeLimitSeconds: 1200, graceSeconds: 30, maxAttempts: 2, ...given.final },
      },
    ]);
    for (const quizId of [practiceId, finalId]) {
      await tx.insert(
        QuizQuestion,
        versionIds.map((questionVersionId, index) => ({ quizId, questionVersionId, position: index + 1 })),
      );
    }
    await tx.update(CourseRevision, { id: revisionId }, { state: 'approved' });
    await tx.update(CourseRevision, { id: revisionId }, { state: 'published', publishedAt: AT });
    const handbookId = newId();
    await tx.insert(Handbook, {
      ...{ id: handbookId, revisionId, format: 'pdf-a4', rendererVersion: 1, state: 'waiting', requestedAt: AT },
    });
    return { slug, courseId, revisionId, lessonIds: lessons.map(({ id }) => id), practiceId, finalId, handbookId };
  });
}

async function insertQuestions(
  tx: DataSource['manager'],
  courseId: string,
  questions: typeof QUESTIONS,
): Promise<string[]> {
  const ids: string[] = [];
  for (const { code, body, answerKey } of questions) {
    const [questionId, id] = [newId(), newId()];
    await tx.insert(Question, { id: questionId, courseId, code });
    await tx.insert(QuestionVersion, {
      ...{ id, questionId, number: 1, kind: answerKey.kind, title: code, body, answerKey },
      ...{ difficulty: 1, tags: [], citations: ['vn.blld.2019.d188'], contentHash: id, createdAt: AT },
    });
    ids.push(id);
  }
  return ids;
}
