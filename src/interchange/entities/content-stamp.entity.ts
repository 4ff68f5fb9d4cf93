import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the files of a part of content/ were when they were last imported; equal files are not read again. */
@Entity()
export class ContentStamp {
  /** `law`; courses keep their hash in their revisions. */
  @PrimaryColumn('text')
  part: string;

  @Column('text')
  contentHash: string;

  @Column('timestamptz')
  importedAt: Date;
}
