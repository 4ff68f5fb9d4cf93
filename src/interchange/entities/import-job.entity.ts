import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '../../identity/entities/person.entity.js';
import { Organisation } from '../../organisation/entities/organisation.entity.js';

export type ImportKind = 'units' | 'people';

export type ImportState = 'checking' | 'checked' | 'applying' | 'applied' | 'failed' | 'cancelled';

/** Something wrong with a file or with one of its rows; put into words when it is read. */
export interface ImportFault {
  code: string;
  /** Key of the column that it is about. */
  column?: string;
  params?: Record<string, string | number | string[]>;
}

/**
 * A register file that an officer sent: checked row by row first, then applied as a whole or not at all.
 * `checking` also while decisions are taken into account; `failed` is a file that cannot be read as a register.
 */
@Entity()
@Index(['createdById', 'id'])
@Check('ck_import_job_kind', `kind IN ('units', 'people')`)
@Check('ck_import_job_state', `state IN ('checking', 'checked', 'applying', 'applied', 'failed', 'cancelled')`)
@Check('ck_import_job_format', `format IN ('xlsx', 'csv')`)
@Check('ck_import_job_fault', `(state = 'failed') = (fault IS NOT NULL)`)
export class ImportJob {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: ImportKind;

  @Column('text')
  state: ImportState;

  /** As the officer's machine calls it; shown, never used as a path. */
  @Column('text')
  fileName: string;

  /** SHA-256 of the file in lower-case hex; it stays when the file is gone. In ObjectStorage its name is `id`. */
  @Column('text')
  fileKey: string;

  /** When the file, which is personal data, was deleted. */
  @Column('timestamptz', { nullable: true })
  fileDeletedAt: Date | null;

  @Column('int')
  bytes: number;

  /** Null until the file was opened. */
  @Column('text', { nullable: true })
  format: 'xlsx' | 'csv' | null;

  @Column('uuid')
  createdById: string;

  @ManyToOne(() => Person, { nullable: false })
  createdBy: Relation<Person>;

  /** The unit on whose behalf; rows reach it and those below it, and no further. */
  @Column('uuid')
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  organisation: Relation<Organisation>;

  /** Rows read so far, and in the end all of them. */
  @Column('int', { default: 0 })
  rows: number;

  /** Whether every row is staged: a check that is repeated begins after the reading. */
  @Column('boolean', { default: false })
  staged: boolean;

  @Column('int', { default: 0 })
  newRows: number;

  @Column('int', { default: 0 })
  changedRows: number;

  @Column('int', { default: 0 })
  sameRows: number;

  @Column('int', { default: 0 })
  undecidedRows: number;

  @Column('int', { default: 0 })
  faultyRows: number;

  /** Keys of the columns that were recognised, in the order of the file. */
  @Column('jsonb', { default: '[]' })
  columns: string[];

  /** Headings that mean nothing here; their columns are not imported. */
  @Column('jsonb', { default: '[]' })
  ignoredHeadings: string[];

  @Column('jsonb', { nullable: true })
  fault: ImportFault | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;
}
