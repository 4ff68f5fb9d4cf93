import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ContentBlob } from '../../catalogue/entities/content-blob.entity.js';
import { Person } from '../../identity/entities/person.entity.js';
import { CourseDraft } from './course-draft.entity.js';

/** A content file of a draft: a text, or an image by its hash. */
@Entity()
@Check('ck_draft_file_content', '(text IS NULL) <> (hash IS NULL)')
@Check('ck_draft_file_path', `path ~ '^([a-z0-9-]+/)?[A-Za-z0-9][A-Za-z0-9._-]*$' AND length(path) <= 200`)
export class DraftFile {
  @PrimaryColumn('uuid')
  draftId: string;

  @ManyToOne(() => CourseDraft, { nullable: false })
  draft: Relation<CourseDraft>;

  /** Within the course's folder, such as `01-mo-dau/01-bai-mot.md`. */
  @PrimaryColumn('text')
  path: string;

  @Column('text', { nullable: true })
  text: string | null;

  @Column('text', { nullable: true })
  hash: string | null;

  @ManyToOne(() => ContentBlob, { nullable: true })
  @JoinColumn({ name: 'hash' })
  blob: Relation<ContentBlob> | null;

  /** The draft's version when this file was changed last: no two states of any of its files share one. */
  @Column('int')
  version: number;

  @Column('uuid')
  changedById: string;

  @ManyToOne(() => Person, { nullable: false })
  changedBy: Relation<Person>;

  @Column('timestamptz')
  changedAt: Date;
}
