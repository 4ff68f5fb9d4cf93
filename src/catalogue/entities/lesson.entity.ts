import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Bilingual } from './completion-rule.js';
import { CourseRevision } from './course-revision.entity.js';
import { SkillModule } from './skill-module.entity.js';

export type LessonKind = 'reading' | 'video' | 'handbook' | 'scenario' | 'quiz';

/** As what a lesson cites law. */
export function citerKindOf(kind: LessonKind): 'lesson' | 'scenario' {
  return kind === 'scenario' ? 'scenario' : 'lesson';
}

/** A lesson of a skill module. `slug` is its name across revisions; a quiz lesson's Quiz points here. */
@Entity()
@Index(['skillModuleId', 'position'], { unique: true })
@Index(['revisionId', 'slug'], { unique: true })
@Check('ck_lesson_kind', `kind IN ('reading', 'video', 'handbook', 'scenario', 'quiz')`)
export class Lesson {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  revisionId: string;

  @ManyToOne(() => CourseRevision, { nullable: false })
  revision: Relation<CourseRevision>;

  @Column('uuid')
  skillModuleId: string;

  @ManyToOne(() => SkillModule, { nullable: false })
  skillModule: Relation<SkillModule>;

  @Column('int')
  position: number;

  @Column('text')
  slug: string;

  @Column('text')
  kind: LessonKind;

  @Column('jsonb')
  title: Bilingual;

  /** Estimated reading time. */
  @Column('int')
  minutes: number;

  @Column('text')
  markdown: string;

  /** Sanitised HTML made from `markdown` at import time; the only form that reaches a browser. */
  @Column('text')
  html: string;
}
