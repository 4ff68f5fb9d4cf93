import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SearchKind } from './search-entry.entity.js';

/** A folded word and in how many entries of a kind it occurs: what a typing error is compared with. */
@Entity()
export class SearchWord {
  @PrimaryColumn('text')
  kind: SearchKind;

  @PrimaryColumn('text')
  word: string;

  @Column('int')
  entries: number;
}
