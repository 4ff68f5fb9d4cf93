import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the files of a part of content/ were when they were last imported; equal files are not read again. */
@Entity()
export class ContentStamp {
  /** `law` or `courses/<slug>`. */
  @PrimaryColumn('text')
  part: string;

  @Column('text')
  contentHash: string;

  @Column('timestamptz')
  importedAt: Date;
}
