import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CourseRevision } from '../../catalogue/entities/course-revision.entity.js';

export type SearchKind = 'lesson' | 'question' | 'law';

/**
 * What can be found: a lesson, a question of a quiz, an article of law. Made from what it stands for and thrown away at
 * will; its id is that of the lesson, the question's version or the article.
 */
@Entity()
@Check('ck_search_entry_kind', `kind IN ('lesson', 'question', 'law')`)
export class SearchEntry {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: SearchKind;

  /** The revision that it is read in; null for law. What is not published is never found. */
  @Column('uuid', { nullable: true })
  @Index()
  revisionId: string | null;

  @ManyToOne(() => CourseRevision, { nullable: true })
  revision?: Relation<CourseRevision> | null;

  @Column('text')
  title: string;

  /** Course or document. */
  @Column('text')
  context: string;

  @Column('text')
  link: string;

  /** The text without its title, in NFC and with single spaces: passages are cut from it. */
  @Column('text')
  body: string;

  /** 0 before 1 among equals: law that is no longer in force comes last. */
  @Column('int')
  weight: number;

  /** MD5 of what it was made from. */
  @Column('text')
  sourceHash: string;

  /** Folded title between spaces. */
  @Column('text')
  titleText: string;

  /** Folded title, body and other words, each between spaces; each sign of title and body keeps its place. */
  @Column('text')
  @Index('ix_search_entry_search_text', { synchronize: false })
  searchText: string;
}
