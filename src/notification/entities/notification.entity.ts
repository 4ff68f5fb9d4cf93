import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '../../identity/entities/person.entity.js';

/** One line of a person's inbox. One dedupe key per fact: telling it twice changes nothing. */
@Entity()
@Index(['personId', 'dedupeKey'], { unique: true })
@Index(['personId', 'createdAt'])
export class Notification {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person, { nullable: false, onDelete: 'CASCADE' })
  person: Relation<Person>;

  @Column('text')
  dedupeKey: string;

  /** Catalogue key of the sentence shown, such as `certificate-issued`. */
  @Column('text')
  kind: string;

  @Column('jsonb')
  params: Record<string, string | number>;

  /** Path in the web application that the line leads to. */
  @Column('text')
  link: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  readAt: Date | null;
}
