import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a statement of law was read. */
@Entity()
export class LawSource {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  text: string;
}
