import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { QuizResponse } from './quiz-response.entity.js';

/**
 * One page of an answer on paper, photographed. Comes and goes while the attempt is in progress, then stays; only the
 * erasure of the person takes it away. Triggers in the migration essay-photo-guards say so, and count the photos in
 * `quiz_response.photos`.
 */
@Entity()
@Index(['attemptId', 'questionVersionId', 'position'], { unique: true })
@Index(['storedAs'], { unique: true })
@Check('ck_essay_photo_position', 'position BETWEEN 1 AND 3')
@Check('ck_essay_photo_hash', `hash ~ '^[0-9a-f]{64}$'`)
@Check('ck_essay_photo_size', 'bytes > 0 AND width > 0 AND height > 0')
export class EssayPhoto {
  @PrimaryColumn('uuid')
  attemptId: string;

  @PrimaryColumn('uuid')
  questionVersionId: string;

  @ManyToOne(() => QuizResponse, { nullable: false })
  @JoinColumn([
    { name: 'attempt_id', referencedColumnName: 'attemptId' },
    { name: 'question_version_id', referencedColumnName: 'questionVersionId' },
  ])
  answer: Relation<QuizResponse>;

  /** Made by the telephone, so that a photo sent twice is one. */
  @PrimaryColumn('uuid')
  id: string;

  /** From 1; a photo taken away leaves its place to the next one. */
  @Column('smallint')
  position: number;

  /** Name of the WebP file in ObjectStorage. */
  @Column('uuid')
  storedAs: string;

  /** SHA-256 of that file in lower-case hex. */
  @Column('text')
  hash: string;

  /** Size of that file. */
  @Column('int')
  bytes: number;

  /** Pixels. */
  @Column('smallint')
  width: number;

  @Column('smallint')
  height: number;

  @Column('timestamptz')
  uploadedAt: Date;
}
