import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Bilingual } from './completion-rule.js';
import { CourseRevision } from './course-revision.entity.js';

/** A skill module (chuyên đề) of a course revision. */
@Entity()
@Index(['revisionId', 'position'], { unique: true })
@Index(['revisionId', 'slug'], { unique: true })
export class SkillModule {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  revisionId: string;

  @ManyToOne(() => CourseRevision, { nullable: false })
  revision: Relation<CourseRevision>;

  @Column('int')
  position: number;

  @Column('text')
  slug: string;

  @Column('jsonb')
  title: Bilingual;

  @Column('jsonb')
  summary: Bilingual;
}
