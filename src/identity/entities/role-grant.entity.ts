import { Check, Column, Entity, Exclusion, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organisation } from '../../organisation/entities/organisation.entity.js';
import type { RoleName } from '../../platform/auth/actor.js';
import { Person } from './person.entity.js';

/** A role granted on an organisation's subtree for a period of days (half-open); the same grant never twice at once. */
@Entity()
@Exclusion(
  'ex_role_grant_overlap',
  'USING gist (person_id WITH =, organisation_id WITH =, role WITH =, daterange(valid_from, valid_to) WITH &&)',
)
@Check('ck_role_grant_order', 'valid_to IS NULL OR valid_from < valid_to')
@Check(
  'ck_role_grant_role',
  `role IN ('learner', 'lecturer', 'reviewer', 'school-officer', 'unit-officer', 'federation-officer', 'auditor', 'administrator')`,
)
export class RoleGrant {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @Index()
  personId: string;

  @ManyToOne(() => Person, { nullable: false })
  person: Relation<Person>;

  @Column('text')
  role: RoleName;

  @Column('uuid')
  @Index()
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  organisation: Relation<Organisation>;

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;

  @Column('uuid', { nullable: true })
  grantedById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  grantedBy: Relation<Person> | null;
}
