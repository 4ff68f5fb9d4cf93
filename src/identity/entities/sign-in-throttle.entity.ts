import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Failed sign-ins of one account or one network within a window; shared by all processes. */
@Entity()
export class SignInThrottle {
  /** `account:<keyed hash>` or `network:<prefix>`; never a phone number, also not one that hashing all numbers reveals. */
  @PrimaryColumn('text')
  key: string;

  @Column('int')
  failures: number;

  @Column('timestamptz')
  windowEndsAt: Date;
}
