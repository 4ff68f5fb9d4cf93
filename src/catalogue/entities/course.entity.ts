import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A course as an identity; what it teaches is in its revisions: new enrolments get the one in state `published`. */
@Entity()
export class Course {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  slug: string;

  @Column('timestamptz')
  createdAt: Date;
}
