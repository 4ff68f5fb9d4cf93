import {
  RENDERING,
  citedInMarkdown,
  ATTACHMENT_FOLDER,
  type LessonImages,
  type ParsedCourse,
  type ParsedLesson,
  type ParsedSkillModule,
} from '../../catalogue/course-import.service.js';
import type { Bilingual, CertificateRule, CompletionRule } from '../../catalogue/entities/completion-rule.js';
import type { LessonKind } from '../../catalogue/entities/lesson.entity.js';
import { contentHash } from '../../platform/ids/content-hash.js';
import type { ParsedQuiz } from '../../question-bank/question-import.service.js';
import type { ContentFolder, YamlData } from './content-folder.js';
import { AttachmentFiles } from './attachment-files.js';
import { IMAGE_FOLDER, ImageFiles } from './image-files.js';
import { QuizFiles, type CitationPlace } from './quiz-files.js';
import { ScenarioFiles } from './scenario-files.js';

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
  asOf: string;
  video?: string;
}

export interface CourseFiles {
  course: ParsedCourse;
  quizzes: ParsedQuiz[];
  citations: CitationPlace[];
  /** Every image of the course by path. */
  images: LessonImages;
}

/** What is collected while a course is read. */
interface Reading {
  folder: ContentFolder;
  asOf: string;
  quizzes: QuizFiles;
  scenarios: ScenarioFiles;
  images: ImageFiles;
  attachments: AttachmentFiles;
  citations: CitationPlace[];
  /** Where each lesson's slug was seen first. */
  slugs: Map<string, string>;
}

/** Stands for the course's day while its course.yaml cannot be read. */
export const UNKNOWN_DAY = '0000-01-01';

const MODULE_FOLDER = /^\d\d-([a-z0-9]+(?:-[a-z0-9]+)*)$/;
const LESSON_FILE = /^\d\d-([a-z0-9]+(?:-[a-z0-9]+)*)\.(md|quiz\.yaml|scenario\.yaml)$/;

/** What could be read of a course folder; `course` is null when its course.yaml cannot be used. */
type CourseParts = Omit<CourseFiles, 'course'> & { course: ParsedCourse | null };

/** Reads one course folder. Faults stay in the folder; null when its course.yaml cannot be used. */
export function readCourse(folder: ContentFolder): CourseFiles | null {
  const { course, ...parts } = readCourseParts(folder);
  return course && { course, ...parts };
}

/** The same, with what the other files say whatever course.yaml is like. */
export function readCourseParts(folder: ContentFolder): CourseParts {
  const file = folder.yaml<CourseFile>('course.yaml', 'course');
  const asOf = file?.data.asOf ?? UNKNOWN_DAY;
  const reading: Reading = {
    folder,
    asOf,
    quizzes: new QuizFiles(folder, asOf),
    scenarios: new ScenarioFiles(folder, asOf),
    images: new ImageFiles(folder),
    attachments: new AttachmentFiles(folder),
    citations: [],
    slugs: new Map(),
  };
  const tops = new Set(folder.names().map((name) => name.split('/')[0] ?? ''));
  const skillModules = [...tops].flatMap((top) => {
    const slug = MODULE_FOLDER.exec(top)?.[1];
    if (slug !== undefined) return readModule(reading, top, slug) ?? [];
    if (![IMAGE_FOLDER, ATTACHMENT_FOLDER, 'course.yaml', 'README.md'].includes(top)) failUnknown(folder, top);
    return [];
  });
  reading.quizzes.checkUnused();
  reading.scenarios.checkUnused();
  const { quizzes } = reading.quizzes;
  const citations = [...reading.citations, ...reading.quizzes.citations, ...reading.scenarios.citations];
  const parts = { quizzes, citations, images: reading.images.images };
  if (!file) return { course: null, ...parts };
  checkCourse(folder, file, reading);
  const { completion, certificate, slug, title, summary, topics, estimatedMinutes } = file.data;
  const content = {
    ...{ slug, title, summary, asOf, topics, estimatedMinutes, skillModules },
    completionRule: completion,
    certificateRule: certificate ?? null,
  };
  const course = { ...content, contentHash: contentHash({ ...content, quizzes, rendering: RENDERING }) };
  return { course, ...parts };
}

function failUnknown(folder: ContentFolder, name: string): void {
  folder.fault(name, null, {
    vi: 'Không rõ phần này thuộc về đâu; mời kiểm tra tên (ví dụ: 01-ten-chuyen-de/02-ten-bai.md).',
    en: 'It is not clear where this belongs; please check its name (such as 01-skill-module/02-lesson.md).',
  });
}

function checkCourse(folder: ContentFolder, file: YamlData<CourseFile>, { quizzes: files, scenarios }: Reading): void {
  const { quizzes, complete } = files;
  const { slug, completion } = file.data;
  if (!folder.path.endsWith(`/${slug}`)) {
    folder.fault('course.yaml', file.lineOf(['slug']), {
      vi: `Mã ${slug} khác tên thư mục.`,
      en: `Slug ${slug} is not the folder's name.`,
    });
  }
  for (const [index, { quiz }] of (completion.quizzes ?? []).entries()) {
    if (!complete || quizzes.some((candidate) => candidate.slug === quiz)) continue;
    folder.fault('course.yaml', file.lineOf(['completion', 'quizzes', index, 'quiz']), {
      vi: `Điều kiện hoàn thành nêu bài ${quiz} không có.`,
      en: `Completion names a quiz ${quiz} that is not there.`,
    });
  }
  for (const [index, { scenario }] of (completion.scenarios ?? []).entries()) {
    if (!scenarios.complete || scenarios.slugs.has(scenario)) continue;
    folder.fault('course.yaml', file.lineOf(['completion', 'scenarios', index, 'scenario']), {
      vi: `Điều kiện hoàn thành nêu tình huống ${scenario} không có.`,
      en: `Completion names a scenario ${scenario} that is not there.`,
    });
  }
}

function readModule(reading: Reading, top: string, slug: string): ParsedSkillModule | null {
  const { folder } = reading;
  const about = folder.yaml<{ title: Bilingual; summary: Bilingual }>(`${top}/module.yaml`, 'module');
  const lessons = folder.names().flatMap((name) => {
    if (!name.startsWith(`${top}/`)) return [];
    const base = name.slice(top.length + 1);
    const [, lessonSlug = '', ending] = LESSON_FILE.exec(base) ?? [];
    if (ending === 'md') return readReading(reading, name, lessonSlug) ?? [];
    if (ending === 'quiz.yaml') return readQuiz(reading, name) ?? [];
    if (ending === 'scenario.yaml') return readScenario(reading, name) ?? [];
    if (base !== 'module.yaml' && !/\.(?:gift|ink|questions\.yaml)$/.test(base)) failUnknown(folder, name);
    return [];
  });
  return about && { slug, ...about.data, lessons };
}

/** Slugs name lessons across revisions, so each occurs once in a course. */
function checkSlug({ folder, slugs }: Reading, name: string, slug: string): void {
  const first = slugs.get(slug);
  if (first === undefined) slugs.set(slug, name);
  else {
    folder.fault(name, null, {
      vi: `Tên ${slug} đã dùng cho ${first}.`,
      en: `The name ${slug} is already that of ${first}.`,
    });
  }
}

function readQuiz(reading: Reading, name: string): ParsedLesson | null {
  const lesson = reading.quizzes.read(name);
  if (lesson) checkSlug(reading, name, lesson.slug);
  return lesson;
}

function readScenario(reading: Reading, name: string): ParsedLesson | null {
  const lesson = reading.scenarios.read(name);
  if (lesson) checkSlug(reading, name, lesson.slug);
  return lesson;
}

function readReading(reading: Reading, name: string, slug: string): ParsedLesson | null {
  const { folder } = reading;
  checkSlug(reading, name, slug);
  const file = folder.markdown<LessonFile>(name);
  if (!file) return null;
  const { title, kind, minutes, citations, asOf, video } = file.data;
  const linked = citedInMarkdown(file.body);
  for (const code of linked.filter((code) => !citations.includes(code))) {
    const before = file.body.slice(0, file.body.indexOf(`(law:${code})`));
    folder.fault(name, file.bodyLine + before.split('\n').length - 1, {
      vi: `Điều ${code} có trong bài nhưng thiếu trong citations.`,
      en: `${code} is linked but not listed in citations.`,
    });
  }
  for (const [index, code] of citations.entries()) {
    const line = file.lineOf(['citations', index]);
    if (linked.includes(code)) reading.citations.push({ file: name, line, code, asOf });
    else {
      folder.fault(name, line, {
        vi: `Điều ${code} có trong citations nhưng bài không dẫn đến.`,
        en: `${code} is listed in citations but not linked in the text.`,
      });
    }
  }
  if (asOf < reading.asOf) {
    folder.fault(name, file.lineOf(['asOf']), {
      vi: `Bài này đối chiếu luật ngày ${asOf}, trước ngày ${reading.asOf} mà khoá học ghi.`,
      en: `This lesson was checked on ${asOf}, before the course's ${reading.asOf}.`,
    });
  }
  const images = reading.images.shownBy(name, file.body, file.bodyLine);
  const shown = Object.keys(images).length > 0 ? { images } : {};
  const attachments = reading.attachments.linkedBy(name, file.body, file.bodyLine);
  const linkedFiles = Object.keys(attachments).length > 0 ? { attachments } : {};
  const film = video === undefined ? {} : { video };
  return { slug, kind, title, minutes, markdown: file.body, citations, asOf, ...shown, ...linkedFiles, ...film };
}
