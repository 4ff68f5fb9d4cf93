import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A file in ObjectStorage that is to go: listed before it is written, and again when its photo goes, so that no file stays
 * without a photo whenever a process dies.
 */
@Entity()
export class DiscardedPhoto {
  /** Name of the file. */
  @PrimaryColumn('uuid')
  name: string;

  @Column('timestamptz')
  discardedAt: Date;
}
