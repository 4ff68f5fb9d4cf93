import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { LawDocument } from './law-document.entity.js';

/** An article of a law document, such as `vn.blld.2019.d188`. */
@Entity()
export class LawArticle {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @Index()
  documentId: string;

  @ManyToOne(() => LawDocument, { nullable: false })
  document: Relation<LawDocument>;

  @Column('text', { unique: true })
  code: string;

  /** Number as printed ("188", "8a"). */
  @Column('text')
  number: string;

  /** Place within the document, from 1. */
  @Column('int')
  position: number;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  chapter: string | null;

  /** Codes of articles worth reading beside it. */
  @Column('text', { array: true })
  seeAlso: string[];

  /** Folded number, title and current summary, for search without diacritics. */
  @Column('text')
  @Index('ix_law_article_search_text', { synchronize: false })
  searchText: string;
}
