import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { LawAmendment } from '../../law/entities/law-amendment.entity.js';
import { LawArticle } from '../../law/entities/law-article.entity.js';
import { Lesson } from './lesson.entity.js';

/**
 * A lesson or scenario of a current revision was written against a wording that an amendment changed. Open until a
 * revision without that wording is published; a closed flag still tells those who stay on the old revision.
 */
@Entity()
@Index(['lessonId'])
export class LessonFlag {
  @PrimaryColumn('uuid')
  amendmentId: string;

  @ManyToOne(() => LawAmendment, { nullable: false })
  amendment: Relation<LawAmendment>;

  @PrimaryColumn('uuid')
  articleId: string;

  @ManyToOne(() => LawArticle, { nullable: false })
  article: Relation<LawArticle>;

  @PrimaryColumn('uuid')
  lessonId: string;

  @ManyToOne(() => Lesson, { nullable: false })
  lesson: Relation<Lesson>;

  @Column('timestamptz')
  raisedAt: Date;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;
}
