import { Check, Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '../../identity/entities/person.entity.js';
import { ImportJob, type ImportFault } from './import-job.entity.js';

export type ImportRowState = 'unchecked' | 'new' | 'changed' | 'same' | 'undecided' | 'faulty';

/** Whom a row without a member code may be about: somebody in the register, or a row above it in the file. */
export interface ImportCandidates {
  personIds: string[];
  row: number | null;
}

/** One row of a file, as read. The values are emptied a month after the import ended; the ids stay. */
@Entity()
@Check('ck_import_row_state', `state IN ('unchecked', 'new', 'changed', 'same', 'undecided', 'faulty')`)
@Check('ck_import_row_decision', `decision IN ('same-person', 'new-person')`)
export class ImportRow {
  @PrimaryColumn('uuid')
  importId: string;

  @ManyToOne(() => ImportJob, { nullable: false, onDelete: 'CASCADE' })
  import: Relation<ImportJob>;

  /** As the spreadsheet program numbers it. */
  @PrimaryColumn('int')
  number: number;

  @Column('text')
  state: ImportRowState;

  /** Normalised values by column. */
  @Column('jsonb', { nullable: true })
  value: Record<string, string | number | null> | null;

  /** Found while reading: cells that say nothing sensible. */
  @Column('jsonb', { default: '[]' })
  readFaults: ImportFault[];

  /** Found by comparing with the register and with other rows. */
  @Column('jsonb', { default: '[]' })
  checkFaults: ImportFault[];

  @Column('jsonb', { nullable: true })
  candidates: ImportCandidates | null;

  @Column('text', { nullable: true })
  decision: 'same-person' | 'new-person' | null;

  /** For `same-person`: who it is; null when it is the person of a row above. */
  @Column('uuid', { nullable: true })
  decidedPersonId: string | null;

  @ManyToOne(() => Person, { nullable: true })
  decidedPerson: Relation<Person> | null;

  /** The person or unit that the row is about, once known. */
  @Column('uuid', { nullable: true })
  subjectId: string | null;
}
