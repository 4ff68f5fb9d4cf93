import { Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '../../identity/entities/person.entity.js';
import { CourseDraft } from './course-draft.entity.js';

/** Somebody who changed a file of a draft, and hence may not decide its reviews, in whatever role. */
@Entity()
export class DraftContributor {
  @PrimaryColumn('uuid')
  draftId: string;

  @ManyToOne(() => CourseDraft, { nullable: false })
  draft: Relation<CourseDraft>;

  @PrimaryColumn('uuid')
  @Index()
  personId: string;

  @ManyToOne(() => Person, { nullable: false })
  person: Relation<Person>;
}
