import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '../../identity/entities/person.entity.js';
import { CHANNELS, type ChannelName } from '../channels/message-channel.js';

/** How often a person wants to hear from a channel. The inbox has everything in any case. */
export const RHYTHMS = ['at-once', 'daily', 'none'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

const oneOf = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

/**
 * Where a person is reached on a channel, and how often they want to be. Nothing but its confirmation code goes to an
 * address until its owner has typed that code. A row without an address only remembers how many codes the day has seen.
 */
@Entity()
@Index(['personId', 'channel'], { unique: true })
@Check('ck_contact_channel', `channel IN (${oneOf(CHANNELS)})`)
@Check('ck_contact_rhythm', `rhythm IN (${oneOf(RHYTHMS)})`)
@Check(
  'ck_contact_address',
  `address IS NULL OR length(address) BETWEEN 3 AND 254 AND address !~ '[[:space:][:cntrl:]<>,;]'`,
)
@Check('ck_contact_without_address', 'address IS NOT NULL OR (confirmed_at IS NULL AND code_asked_at IS NULL)')
export class Contact {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person, { nullable: false, onDelete: 'CASCADE' })
  person: Relation<Person>;

  @Column('text')
  channel: ChannelName;

  @Column('text', { nullable: true })
  address: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('text')
  rhythm: Rhythm;

  /** Lines older than this are not sent: who asks for a daily mail does not get last year's. */
  @Column('timestamptz')
  rhythmSince: Date;

  /** The code itself is derived from this and a key of the installation, and stored nowhere. */
  @Column('timestamptz', { nullable: true })
  codeAskedAt: Date | null;

  /** Wrong codes since `codeAskedAt`. */
  @Column('smallint')
  codeTries: number;

  /** Day of Asia/Ho_Chi_Minh that `codesSent` counts, so that nobody floods a stranger's mailbox. */
  @Column('date', { nullable: true })
  codesOn: string | null;

  @Column('smallint')
  codesSent: number;
}
