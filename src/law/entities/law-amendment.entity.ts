import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '../../identity/entities/person.entity.js';
import { LawDocument } from './law-document.entity.js';

/**
 * The law moved: articles of a document read differently from a day on (`amended`), or the document gave way to another
 * (`replaced`). Recorded by an officer, or found by the import of the content files in a library that stood before.
 */
@Entity()
@Index(['effectiveOn'], { where: 'announced_at IS NULL' })
@Check('ck_law_amendment_kind', `kind IN ('amended', 'replaced')`)
@Check('ck_law_amendment_replaced', `kind = 'replaced' OR replaced_by_id IS NULL`)
@Check('ck_law_amendment_reason', `(recorded_by_id IS NULL) = (reason IS NULL)`)
export class LawAmendment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: 'amended' | 'replaced';

  /** The document that changes. */
  @Column('uuid')
  documentId: string;

  @ManyToOne(() => LawDocument, { nullable: false })
  document: Relation<LawDocument>;

  @Column('uuid', { nullable: true })
  replacedById: string | null;

  @ManyToOne(() => LawDocument, { nullable: true })
  replacedBy: Relation<LawDocument> | null;

  /** First day of the new law. */
  @Column('date')
  effectiveOn: string;

  /** The amending document as people name it, such as "71/2025/QH15"; empty when the files do not say. */
  @Column('text')
  amendedBy: string;

  /** Null: found in the content files. */
  @Column('uuid', { nullable: true })
  recordedById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  recordedBy: Relation<Person> | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  /** When its effects were asked for: on its day, or at once when that had passed. */
  @Column('timestamptz', { nullable: true })
  announcedAt: Date | null;
}
