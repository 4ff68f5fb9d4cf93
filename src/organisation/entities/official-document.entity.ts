import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organisation } from './organisation.entity.js';

/** The decision behind a class, a list, a target, an office or a certificate: số/ký hiệu, ngày, người ký. */
@Entity()
@Index(['organisationId', 'number', 'signedOn'], { unique: true })
export class OfficialDocument {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  organisation: Relation<Organisation>;

  @Column('text')
  number: string;

  @Column('date')
  signedOn: string;

  @Column('text')
  signedBy: string;

  @Column('text')
  title: string;

  /** Key of the scanned paper in ObjectStorage. */
  @Column('text', { nullable: true })
  fileKey: string | null;
}
