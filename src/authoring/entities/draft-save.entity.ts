import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CourseDraft } from './course-draft.entity.js';

/** A save that was carried out: sent again, because its answer was lost, it is answered as it was and writes nothing. */
@Entity()
export class DraftSave {
  @PrimaryColumn('uuid')
  draftId: string;

  @ManyToOne(() => CourseDraft, { nullable: false })
  draft: Relation<CourseDraft>;

  /** Made by the device that saves. */
  @PrimaryColumn('uuid')
  saveId: string;

  /** The version that the save made. */
  @Column('int')
  version: number;

  @Column('timestamptz')
  savedAt: Date;
}
