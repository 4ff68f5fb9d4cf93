import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ArticleVersion } from './article-version.entity.js';
import { LawArticle } from './law-article.entity.js';

/** A lesson, question or scenario cites an article, in the version it was written against. Written by `law.cite`. */
@Entity()
@Index(['citerKind', 'citerId', 'articleId'], { unique: true })
@Check('ck_law_citation_kind', `citer_kind IN ('lesson', 'question-version', 'scenario')`)
export class LawCitation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @Index()
  articleId: string;

  @ManyToOne(() => LawArticle, { nullable: false })
  article: Relation<LawArticle>;

  @Column('uuid')
  @Index()
  articleVersionId: string;

  @ManyToOne(() => ArticleVersion, { nullable: false })
  articleVersion: Relation<ArticleVersion>;

  @Column('text')
  citerKind: 'lesson' | 'question-version' | 'scenario';

  @Column('uuid')
  citerId: string;

  /** The citer's title and link, given by the citer so that law needs to know nothing above it. */
  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  link: string | null;
}
