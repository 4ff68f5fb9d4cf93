import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A plan of reform that was carried out: the same plan again changes nothing. */
@Entity()
export class ReformPlan {
  @PrimaryColumn('uuid')
  id: string;

  /** SHA-256 (hex) of what the plan says, whatever its comments, spaces and order of keys. */
  @Column('text', { unique: true })
  contentHash: string;

  @Column('text')
  title: string;

  @Column('date')
  onDate: string;

  @Column('timestamptz')
  carriedOutAt: Date;
}
