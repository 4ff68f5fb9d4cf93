import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '../../identity/entities/person.entity.js';

/** The one mail of a day to a person who wants the news gathered. Its lines are the deliveries with its id as `batchId`. */
@Entity()
@Index(['personId', 'day'], { unique: true })
export class NotificationDigest {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person, { nullable: false, onDelete: 'CASCADE' })
  person: Relation<Person>;

  /** Of Asia/Ho_Chi_Minh. */
  @Column('date')
  day: string;

  @Column('timestamptz')
  createdAt: Date;
}
