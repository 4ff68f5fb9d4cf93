import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ContentBlob } from './content-blob.entity.js';
import { CourseRevision } from './course-revision.entity.js';

/** A source file of a revision, as it was read: what `content export` writes back byte for byte. */
@Entity()
export class RevisionFile {
  @PrimaryColumn('uuid')
  revisionId: string;

  @ManyToOne(() => CourseRevision, { nullable: false })
  revision: Relation<CourseRevision>;

  /** Within the course's folder, such as `01-mo-dau/01-bai-mot.md`. */
  @PrimaryColumn('text')
  path: string;

  @Column('text')
  @Index()
  hash: string;

  @ManyToOne(() => ContentBlob, { nullable: false })
  @JoinColumn({ name: 'hash' })
  blob: Relation<ContentBlob>;
}
