import type { LessonPage } from '../catalogue.service.js';
import { BilingualDto } from './course.dto.js';

export class LessonModuleDto {
  id: string;
  title: BilingualDto;
  position: number;
}

export class LessonCitationDto {
  code: string;
  number: string;
  title: string;
  documentTitle: string;
}

export class ScenarioMeterDto {
  variable: string;
  label: BilingualDto;
  unit?: string;
}

export class ScenarioDto {
  /** Who the learner is. */
  role: BilingualDto;
  /** Compiled Ink story. */
  story: string;
  /** Day 0 of the statutory clock. */
  startsOn: string;
  passPercent: number;
  meters: ScenarioMeterDto[];
}

export class LessonDto {
  id: string;
  slug: string;
  kind: 'reading' | 'video' | 'handbook' | 'scenario' | 'quiz';
  title: BilingualDto;
  minutes: number;
  /** Sanitised HTML. */
  html: string;
  /** The day on which the law was checked. */
  asOf: string;
  courseSlug: string;
  courseTitle: BilingualDto;
  revisionId: string;
  skillModule: LessonModuleDto;
  previousLessonId: string | null;
  nextLessonId: string | null;
  citations: LessonCitationDto[];
  /** The story of a scenario lesson. */
  scenario: ScenarioDto | null;

  static from({ lesson, contents, skillModule, scenario, ...page }: LessonPage): LessonDto {
    return {
      id: lesson.id,
      slug: lesson.slug,
      kind: lesson.kind,
      title: lesson.title,
      minutes: lesson.minutes,
      html: lesson.html,
      asOf: contents.revision.asOf,
      courseSlug: contents.course.slug,
      courseTitle: contents.revision.title,
      revisionId: lesson.revisionId,
      skillModule: { id: skillModule.id, title: skillModule.title, position: skillModule.position },
      previousLessonId: page.previousLessonId,
      nextLessonId: page.nextLessonId,
      citations: page.citations,
      scenario: scenario && {
        role: scenario.role,
        story: scenario.story,
        startsOn: scenario.startsOn,
        passPercent: scenario.passPercent,
        meters: scenario.meters,
      },
    };
  }
}
