import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A title (chức danh) as data. `exclusive`: only one holder per unit at a time (a chair). */
@Entity()
@Unique(['code', 'exclusive'])
export class OfficeTitle {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  nameVi: string;

  @Column('text')
  nameEn: string;

  @Column('boolean')
  exclusive: boolean;

  /** What a term of this title is unless it says otherwise: chuyên trách or not. */
  @Column('boolean')
  fullTime: boolean;

  /** Order of precedence, 1 first: the title a person with several is known by. */
  @Column('int')
  rank: number;
}
