import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who did what to what, and why: ids, never names. Append-only, in the same transaction as the act, sealed within seconds. */
@Entity()
@Index(['subjectKind', 'subjectId'])
@Index(['organisationId', 'occurredAt'])
export class AuditEntry {
  @PrimaryColumn('uuid')
  id: string;

  /** `<feature>.<verb-object>`, such as `classes.mark-attendance`. */
  @Column('text')
  action: string;

  /** Person who acted; null when the system did. */
  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('text')
  subjectKind: string;

  @Column('uuid')
  subjectId: string;

  /** The unit it concerns: its officers and those above may read the row. */
  @Column('uuid', { nullable: true })
  organisationId: string | null;

  @Column('jsonb')
  details: object;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { nullable: true })
  traceId: string | null;

  @Column('timestamptz')
  occurredAt: Date;
}
