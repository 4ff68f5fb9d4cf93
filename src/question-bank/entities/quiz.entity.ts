import { Check, Column, Entity, Index, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Bilingual } from '../../catalogue/entities/completion-rule.js';
import { CourseRevision } from '../../catalogue/entities/course-revision.entity.js';
import { Lesson } from '../../catalogue/entities/lesson.entity.js';
import type { BlueprintCell } from './blueprint.js';

/** The quiz of a quiz lesson: how many questions are drawn, how long, how often, when the key may be seen. */
@Entity()
@Index(['revisionId', 'slug'], { unique: true })
@Check('ck_quiz_kind', `kind IN ('practice', 'final')`)
@Check('ck_quiz_draw', 'draw > 0')
@Check('ck_quiz_time_limit', 'time_limit_seconds IS NULL OR time_limit_seconds > 0')
@Check('ck_quiz_pass', 'pass_percent BETWEEN 0 AND 100')
@Check('ck_quiz_review', `review IN ('after-submission', 'after-pass')`)
export class Quiz {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  revisionId: string;

  @ManyToOne(() => CourseRevision, { nullable: false })
  revision: Relation<CourseRevision>;

  @Column('uuid')
  lessonId: string;

  @OneToOne(() => Lesson, { nullable: false })
  @JoinColumn()
  lesson: Relation<Lesson>;

  @Column('text')
  slug: string;

  @Column('jsonb')
  title: Bilingual;

  @Column('text')
  kind: 'practice' | 'final';

  /** Questions of a paper; with a blueprint the sum of its cells. */
  @Column('int')
  draw: number;

  /** How many questions of which tag, kind and difficulty a paper has; null: any of the pool. */
  @Column('jsonb', { nullable: true })
  blueprint: BlueprintCell[] | null;

  @Column('int', { nullable: true })
  timeLimitSeconds: number | null;

  @Column('int')
  graceSeconds: number;

  @Column('int')
  passPercent: number;

  /** 0: as often as one likes. */
  @Column('int')
  maxAttempts: number;

  @Column('boolean')
  shuffleOptions: boolean;

  /** When the learner may see key and feedback. */
  @Column('text')
  review: 'after-submission' | 'after-pass';
}
