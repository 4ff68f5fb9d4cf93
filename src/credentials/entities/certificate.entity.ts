import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CourseRevision } from '../../catalogue/entities/course-revision.entity.js';
import { Enrolment } from '../../enrolment/entities/enrolment.entity.js';
import { Person } from '../../identity/entities/person.entity.js';
import { OfficialDocument } from '../../organisation/entities/official-document.entity.js';
import { Organisation } from '../../organisation/entities/organisation.entity.js';
import type { CertificateSnapshot } from './certificate-snapshot.js';

/** A certificate. One per enrolment unless renewed; the register number is unique for good. */
@Entity()
@Index('uq_certificate_enrolment', ['enrolmentId'], { unique: true, where: 'supersedes_id IS NULL' })
@Index(['issuerId', 'registerYear', 'registerSequence'], { unique: true })
// A register number typed by hand is looked up by its figures: the issuer's code is compared forgivingly.
@Index(['registerYear', 'registerSequence'])
@Index(['supersedesId'])
@Check('ck_certificate_state', `state IN ('valid', 'superseded', 'revoked')`)
@Check('ck_certificate_revoked', `(state = 'revoked') = (revoked_at IS NOT NULL AND revocation_reason IS NOT NULL)`)
@Check('ck_certificate_period', 'expires_on IS NULL OR issued_on < expires_on')
export class Certificate {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  enrolmentId: string;

  @ManyToOne(() => Enrolment, { nullable: false })
  enrolment: Relation<Enrolment>;

  @Column('uuid')
  @Index()
  personId: string;

  @ManyToOne(() => Person, { nullable: false })
  person: Relation<Person>;

  @Column('uuid')
  revisionId: string;

  @ManyToOne(() => CourseRevision, { nullable: false })
  revision: Relation<CourseRevision>;

  @Column('uuid')
  issuerId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  issuer: Relation<Organisation>;

  @Column('int')
  registerYear: number;

  @Column('int')
  registerSequence: number;

  /** Số vào sổ as printed, such as `TCD-2026-000123`. */
  @Column('text', { unique: true })
  registerNumber: string;

  /** Số hiệu of the blank form, where one is used. */
  @Column('text', { nullable: true, unique: true })
  blankSerial: string | null;

  /** Xếp loại, where the course has one. */
  @Column('text', { nullable: true })
  grade: string | null;

  /** What the QR code carries: unguessable, Crockford base 32. */
  @Column('text', { unique: true })
  verificationCode: string;

  @Column('jsonb')
  snapshot: CertificateSnapshot;

  @Column('text')
  state: 'valid' | 'superseded' | 'revoked';

  @Column('date')
  issuedOn: string;

  /** First day on which it is no longer valid. */
  @Column('date', { nullable: true })
  expiresOn: string | null;

  @Column('timestamptz')
  createdAt: Date;

  /** Key of the PDF in ObjectStorage; null until the job has drawn it. */
  @Column('text', { nullable: true })
  pdfKey: string | null;

  @Column('uuid', { nullable: true })
  supersedesId: string | null;

  @ManyToOne(() => Certificate, { nullable: true })
  supersedes: Relation<Certificate> | null;

  @Column('uuid', { nullable: true })
  decisionId: string | null;

  @ManyToOne(() => OfficialDocument, { nullable: true })
  decision: Relation<OfficialDocument> | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @Column('text', { nullable: true })
  revocationReason: string | null;
}
