import { Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '../../identity/entities/person.entity.js';
import { TrainingClass } from './training-class.entity.js';

/** A person teaches a class. */
@Entity()
export class ClassLecturer {
  @PrimaryColumn('uuid')
  trainingClassId: string;

  @ManyToOne(() => TrainingClass, { nullable: false })
  trainingClass: Relation<TrainingClass>;

  @PrimaryColumn('uuid')
  @Index()
  personId: string;

  @ManyToOne(() => Person, { nullable: false })
  person: Relation<Person>;
}
