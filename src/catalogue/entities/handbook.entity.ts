import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CourseRevision } from './course-revision.entity.js';

export const HANDBOOK_FORMATS = ['epub', 'pdf-a4', 'pdf-a5'] as const;

export type HandbookFormat = (typeof HANDBOOK_FORMATS)[number];

export type HandbookState = 'waiting' | 'making' | 'ready' | 'failed';

/**
 * A course revision as a book (cẩm nang), made once for everybody: a published revision never changes, so the file is
 * good until the renderer changes. Whoever asks for one that is there, or on its way, gets that one.
 */
@Entity()
@Index(['revisionId', 'format', 'rendererVersion'], { unique: true })
@Check('ck_handbook_format', `format IN ('epub', 'pdf-a4', 'pdf-a5')`)
@Check('ck_handbook_state', `state IN ('waiting', 'making', 'ready', 'failed')`)
@Check('ck_handbook_ready', `(state = 'ready') = (file_key IS NOT NULL AND bytes IS NOT NULL AND made_at IS NOT NULL)`)
@Check('ck_handbook_progress', 'progress BETWEEN 0 AND 100')
export class Handbook {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  revisionId: string;

  @ManyToOne(() => CourseRevision, { nullable: false })
  revision: Relation<CourseRevision>;

  @Column('text')
  format: HandbookFormat;

  /** HANDBOOK_RENDERING of the process that was asked. */
  @Column('int')
  rendererVersion: number;

  @Column('text')
  state: HandbookState;

  /** How much of it is made, in percent. */
  @Column('int', { default: 0 })
  progress: number;

  /** Key in ObjectStorage. */
  @Column('text', { nullable: true })
  fileKey: string | null;

  @Column('int', { nullable: true })
  bytes: number | null;

  @Column('timestamptz')
  requestedAt: Date;

  @Column('timestamptz', { nullable: true })
  madeAt: Date | null;
}
