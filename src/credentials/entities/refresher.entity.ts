import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CourseRevision } from '../../catalogue/entities/course-revision.entity.js';
import { Person } from '../../identity/entities/person.entity.js';
import { LawAmendment } from '../../law/entities/law-amendment.entity.js';
import { Certificate } from './certificate.entity.js';

/**
 * What changed since a certificate was earned, for its holder to read. While it is open the certificate stays valid and
 * says that a refresh is due.
 */
@Entity()
@Index(['certificateId', 'amendmentId'], { unique: true })
@Index(['personId'])
export class Refresher {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  certificateId: string;

  @ManyToOne(() => Certificate, { nullable: false })
  certificate: Relation<Certificate>;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person, { nullable: false })
  person: Relation<Person>;

  @Column('uuid')
  @Index()
  amendmentId: string;

  @ManyToOne(() => LawAmendment, { nullable: false })
  amendment: Relation<LawAmendment>;

  /** The revision that teaches the new law. */
  @Column('uuid')
  revisionId: string;

  @ManyToOne(() => CourseRevision, { nullable: false })
  revision: Relation<CourseRevision>;

  @Column('timestamptz')
  openedAt: Date;

  @Column('timestamptz', { nullable: true })
  doneAt: Date | null;
}
