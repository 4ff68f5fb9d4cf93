import { Entity, PrimaryColumn } from 'typeorm';

/** An append-only row waiting for its seal; written by a trigger, removed by the sealer. */
@Entity()
export class SealPending {
  @PrimaryColumn('text')
  stream: string;

  @PrimaryColumn('uuid')
  rowId: string;
}
