import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

export type LawConfidence = 'source' | 'indirect' | 'memory';

/** A legal instrument, such as `vn.blld.2019` (the Labour Code). */
@Entity()
@Check('ck_law_document_confidence', `confidence IN ('source', 'indirect', 'memory')`)
export class LawDocument {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  code: string;

  @Column('text')
  number: string;

  @Column('text')
  title: string;

  @Column('date', { nullable: true })
  issuedOn: string | null;

  @Column('date', { nullable: true })
  effectiveFrom: string | null;

  @Column('date', { nullable: true })
  effectiveTo: string | null;

  @Column('text')
  status: string;

  @Column('text')
  confidence: LawConfidence;

  @Column('text', { array: true })
  sources: string[];

  /** consolidated text, amending instruments, replacement, remarks: shown as they are. */
  @Column('jsonb')
  remarks: { consolidated?: string; amendedBy?: string[]; replacedBy?: string; replaces?: string[]; note?: string };
}
