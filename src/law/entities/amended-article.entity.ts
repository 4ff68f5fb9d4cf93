import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ArticleVersion } from './article-version.entity.js';
import { LawAmendment } from './law-amendment.entity.js';
import { LawArticle } from './law-article.entity.js';

/** An article that an amendment touches. The same article cannot change twice on one day: that makes recording idempotent. */
@Entity()
@Index(['articleId', 'effectiveOn'], { unique: true })
export class AmendedArticle {
  @PrimaryColumn('uuid')
  amendmentId: string;

  @ManyToOne(() => LawAmendment, { nullable: false })
  amendment: Relation<LawAmendment>;

  @PrimaryColumn('uuid')
  articleId: string;

  @ManyToOne(() => LawArticle, { nullable: false })
  article: Relation<LawArticle>;

  /** The amendment's day. */
  @Column('date')
  effectiveOn: string;

  /** The new wording; null when the article is no longer in force. */
  @Column('uuid', { nullable: true })
  versionId: string | null;

  @ManyToOne(() => ArticleVersion, { nullable: true })
  version: Relation<ArticleVersion> | null;

  /** Codes of the articles that took its place in another document. */
  @Column('text', { array: true })
  successors: string[];
}
