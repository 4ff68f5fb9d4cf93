import { Check, Column, Entity, Exclusion, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { LawConfidence } from './law-document.entity.js';
import { LawArticle } from './law-article.entity.js';

/** The wording (summary) of an article in force from–to (half-open). Versions of one article never overlap. */
@Entity()
@Exclusion('ex_article_version_overlap', 'USING gist (article_id WITH =, daterange(valid_from, valid_to) WITH &&)')
@Check('ck_article_version_order', 'valid_to IS NULL OR valid_from < valid_to')
@Check('ck_article_version_confidence', `confidence IN ('source', 'indirect', 'memory')`)
export class ArticleVersion {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @Index()
  articleId: string;

  @ManyToOne(() => LawArticle, { nullable: false })
  article: Relation<LawArticle>;

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;

  @Column('text')
  summary: string;

  @Column('text', { nullable: true })
  amended: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text')
  confidence: LawConfidence;

  @Column('text', { array: true })
  sources: string[];
}
