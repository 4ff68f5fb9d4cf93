import { IsBoolean, IsNotEmpty, IsNumber, IsString, Max, MaxLength, Min } from 'class-validator';
import type { LessonOutline } from '../../catalogue/catalogue.service.js';
import { lessonToResume, type MissingPart } from '../enrolment.rules.js';
import type { EnrolmentView } from '../enrolment.service.js';

export class BeginEnrolmentDto {
  /** The course's slug. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  courseSlug: string;
}

export class RecordProgressDto {
  /** True marks the lesson as done for good; false leaves that as it is. */
  @IsBoolean()
  done: boolean;

  /** Share of the lesson above the fold, 0–1: where to resume. */
  @IsNumber()
  @Min(0)
  @Max(1)
  position: number;
}

export class EnrolmentTextDto {
  vi: string;
  en?: string;
}

export class EnrolledCourseDto {
  id: string;
  slug: string;
  title: EnrolmentTextDto;
}

export class ResumeDto {
  lessonId: string;
  title: EnrolmentTextDto;
}

export class EnrolmentLessonDto {
  lessonId: string;
  seenAt: string;
  doneAt: string | null;
  /** 0–1. */
  position: number;
}

export class EnrolmentResultDto {
  kind: 'quiz' | 'scenario' | 'attendance';
  /** Quiz slug, or the id of a training class. */
  subjectKey: string;
  /** 0–100. */
  percent: number;
}

export class MissingPartDto {
  kind: 'lesson' | 'quiz' | 'scenario' | 'attendance';
  /** Lesson slug, quiz slug; for attendance the slug of the course whose classes count. */
  subjectKey: string;
  title: EnrolmentTextDto;
  /** Percent needed; null for a lesson. */
  needed: number | null;
  /** Percent reached so far; null when not tried. */
  actual: number | null;
  /** The lesson to open to get it; null for attendance: register for a class. */
  lessonId: string | null;
}

export class EnrolmentDto {
  id: string;
  course: EnrolledCourseDto;
  revisionId: string;
  state: 'active' | 'completed' | 'withdrawn';
  enrolledAt: string;
  completedAt: string | null;
  /** 0–100, whole; 100 exactly when complete. */
  progressPercent: number;
  /** The lesson to go on with; null when no lesson is asked for any more. */
  resume: ResumeDto | null;
  /** Lessons seen so far. */
  lessons: EnrolmentLessonDto[];
  results: EnrolmentResultDto[];
  /** What the completion rule still asks for, and where to get it. */
  missing: MissingPartDto[];
  /** Estimated minutes of the lessons and quizzes still missing. */
  minutesLeft: number;

  static from(view: EnrolmentView): EnrolmentDto {
    const { contents, completion } = view;
    const { course, revision } = contents;
    const open = completion.missing.flatMap((part) => lessonOf(contents.lessons, part) ?? []);
    return {
      id: view.id,
      course: { id: course.id, slug: course.slug, title: revision.title },
      revisionId: view.revisionId,
      state: view.state,
      enrolledAt: view.enrolledAt.toISOString(),
      completedAt: view.completedAt?.toISOString() ?? null,
      progressPercent: completion.percent,
      resume: resumeOf(view, open),
      lessons: view.lessons.map(({ lessonId, position, seenAt, doneAt }) => ({
        lessonId,
        seenAt: seenAt.toISOString(),
        doneAt: doneAt?.toISOString() ?? null,
        position,
      })),
      results: view.results,
      missing: completion.missing.map((part) => missingPart(view, part)),
      minutesLeft: open.reduce((sum, { minutes }) => sum + minutes, 0),
    };
  }
}

export class EnrolmentListDto {
  items: EnrolmentDto[];
}

/** What a lesson or a part is passed by; null: by reading. */
function testKind(kind: string): 'quiz' | 'scenario' | null {
  return kind === 'quiz' || kind === 'scenario' ? kind : null;
}

/** The lesson in which a missing part is to be had; a quiz lesson bears the quiz's slug. */
function lessonOf(lessons: LessonOutline[], part: MissingPart): LessonOutline | undefined {
  if (part.kind === 'attendance') return undefined;
  return lessons.find(({ slug, kind }) => slug === part.slug && testKind(kind) === testKind(part.kind));
}

function resumeOf({ contents, lessons }: EnrolmentView, open: LessonOutline[]): ResumeDto | null {
  const lastSeen = lessons.reduce<EnrolmentView['lessons'][number] | null>(
    (latest, lesson) => (latest && latest.seenAt >= lesson.seenAt ? latest : lesson),
    null,
  );
  const ids = contents.lessons.map(({ id }) => id);
  const lessonId = lessonToResume(ids, new Set(open.map(({ id }) => id)), lastSeen?.lessonId ?? null);
  const lesson = open.find(({ id }) => id === lessonId);
  return lesson ? { lessonId: lesson.id, title: lesson.title } : null;
}

const ATTENDANCE: EnrolmentTextDto = { vi: 'Tham dự lớp học', en: 'Class attendance' };

function missingPart({ contents }: EnrolmentView, part: MissingPart): MissingPartDto {
  const { kind, needed, actual } = part;
  const lesson = lessonOf(contents.lessons, part);
  const subjectKey = part.slug ?? contents.course.slug;
  const title = part.kind === 'attendance' ? ATTENDANCE : (lesson?.title ?? { vi: subjectKey });
  return { kind, subjectKey, title, needed, actual, lessonId: lesson?.id ?? null };
}
