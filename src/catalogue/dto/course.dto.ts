import { IsOptional, IsUUID } from 'class-validator';
import type { RevisionContents } from '../catalogue.service.js';

export class BilingualDto {
  vi: string;
  en?: string;
}

export class QuizRuleDto {
  quiz: string;
  passPercent: number;
}

export class ScenarioRuleDto {
  scenario: string;
  passPercent: number;
}

export class AttendanceRuleDto {
  minimumPercent: number;
}

export class CompletionRuleDto {
  lessons?: 'all';
  quizzes?: QuizRuleDto[];
  scenarios?: ScenarioRuleDto[];
  attendance?: AttendanceRuleDto;
}

export class CourseSummaryDto {
  id: string;
  slug: string;
  title: BilingualDto;
  summary: BilingualDto;
  estimatedMinutes: number;
  lessonCount: number;
  asOf: string;

  static from({ course, revision, lessons }: RevisionContents): CourseSummaryDto {
    return {
      id: course.id,
      slug: course.slug,
      title: revision.title,
      summary: revision.summary,
      estimatedMinutes: revision.estimatedMinutes,
      lessonCount: lessons.length,
      asOf: revision.asOf,
    };
  }
}

export class CourseListDto {
  items: CourseSummaryDto[];
}

export class CourseQueryDto {
  /** A published or retired revision, for somebody who began on it; the current one when absent. */
  @IsOptional()
  @IsUUID()
  revision?: string;
}

export class LessonOutlineDto {
  id: string;
  slug: string;
  position: number;
  kind: 'reading' | 'video' | 'handbook' | 'scenario' | 'quiz';
  title: BilingualDto;
  minutes: number;
}

export class SkillModuleDto {
  id: string;
  position: number;
  title: BilingualDto;
  summary: BilingualDto;
  lessons: LessonOutlineDto[];
}

export class CourseCertificateDto {
  title: BilingualDto;
}

export class CourseDto extends CourseSummaryDto {
  revisionId: string;
  revisionNumber: number;
  topics: string[];
  completionRule: CompletionRuleDto;
  certificate: CourseCertificateDto | null;
  skillModules: SkillModuleDto[];
  /** Bytes of all lesson texts, scenario stories and images. */
  contentBytes: number;

  static override from(contents: RevisionContents): CourseDto {
    const { revision } = contents;
    return {
      ...CourseSummaryDto.from(contents),
      revisionId: revision.id,
      revisionNumber: revision.number,
      topics: revision.topics,
      completionRule: revision.completionRule,
      certificate: revision.certificateRule ? { title: revision.certificateRule.title } : null,
      skillModules: contents.skillModules.map(({ id, position, title, summary, lessons }) => ({
        id,
        position,
        title,
        summary,
        lessons: lessons.map((lesson) => ({
          id: lesson.id,
          slug: lesson.slug,
          position: lesson.position,
          kind: lesson.kind,
          title: lesson.title,
          minutes: lesson.minutes,
        })),
      })),
      contentBytes: contents.contentBytes,
    };
  }
}
