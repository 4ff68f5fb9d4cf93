import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SearchKind } from './search-entry.entity.js';

/** Two folded words side by side in entries of a kind: which of two known words a typing error meant, its neighbour tells. */
@Entity()
export class SearchPair {
  @PrimaryColumn('text')
  kind: SearchKind;

  @PrimaryColumn('text')
  word: string;

  @PrimaryColumn('text')
  next: string;

  @Column('int')
  occurrences: number;
}
