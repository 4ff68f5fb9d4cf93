import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Course } from '../../catalogue/entities/course.entity.js';

/** A question as an identity, by its code within a course. */
@Entity()
@Index(['courseId', 'code'], { unique: true })
export class Question {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  courseId: string;

  @ManyToOne(() => Course, { nullable: false })
  course: Relation<Course>;

  @Column('text')
  code: string;
}
