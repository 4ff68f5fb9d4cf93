import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CourseRevision } from '../../catalogue/entities/course-revision.entity.js';
import { OfficialDocument } from '../../organisation/entities/official-document.entity.js';
import { Organisation } from '../../organisation/entities/organisation.entity.js';

/** A class (lớp) in which a course revision is taught. The organiser answers for it; the host lends the place. */
@Entity()
@Check('ck_training_class_capacity', 'capacity BETWEEN 1 AND 2000')
@Check('ck_training_class_state', `state IN ('open', 'closed', 'cancelled')`)
export class TrainingClass {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  code: string;

  @Column('text')
  name: string;

  @Column('uuid')
  @Index()
  revisionId: string;

  @ManyToOne(() => CourseRevision, { nullable: false })
  revision: Relation<CourseRevision>;

  @Column('uuid')
  @Index()
  organiserId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  organiser: Relation<Organisation>;

  @Column('uuid', { nullable: true })
  hostId: string | null;

  @ManyToOne(() => Organisation, { nullable: true })
  host: Relation<Organisation> | null;

  @Column('int')
  capacity: number;

  @Column('text')
  state: 'open' | 'closed' | 'cancelled';

  @Column('uuid', { nullable: true })
  decisionId: string | null;

  @ManyToOne(() => OfficialDocument, { nullable: true })
  decision: Relation<OfficialDocument> | null;

  @Column('timestamptz')
  createdAt: Date;
}
