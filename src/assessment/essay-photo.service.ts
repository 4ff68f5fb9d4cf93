import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { encodeImage, PHOTOGRAPHS, type EncodedImage } from '../platform/images/image-encoding.js';
import { ImageRefused } from '../platform/images/image.problems.js';
import { NotFound, Unavailable } from '../platform/problems/problem.js';
import { MissingObjectError } from '../platform/storage/object-storage.js';
import {
  AttemptAlreadySubmitted,
  AttemptDeadlinePassed,
  EssayPhotosFull,
  EssayTakesNoPhotos,
  QuestionNotInAttempt,
} from './assessment.problems.js';
import { closesAt, isClosed } from './assessment.rules.js';
import { EssayPhoto } from './entities/essay-photo.entity.js';
import { QuizAttempt } from './entities/quiz-attempt.entity.js';
import { EssayGradingService } from './essay-grading.service.js';
import { EssayPhotoFilesService } from './essay-photo-files.service.js';
import { FREE_PLACE, LOCK_ATTEMPT, PHOTO_PLACE, REMOVE_PHOTO } from './essay-photo.queries.js';

const MOST_PHOTOS = 3;
/** Pictures that wait to be made anew, one after the other; each holds up to 12 MB. */
const MOST_WAITING = 20;

/** Which photo of which answer. All of them in lower case. */
export interface PhotoPlace {
  attemptId: string;
  questionId: string;
  /** Made by the telephone. */
  photoId: string;
}

interface PlaceRow {
  state: QuizAttempt['state'];
  submittedAt: Date | null;
  deadlineAt: Date | null;
  graceSeconds: number;
  isOnPaper: boolean;
  photos: number | null;
  takesPhotos: boolean;
}

/** Photos of answers on paper: sent while the attempt is in progress, seen by who wrote them and who grades them. */
@Injectable()
export class EssayPhotoService {
  private waiting = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly files: EssayPhotoFilesService,
    private readonly grading: EssayGradingService,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a photo made anew: WebP, upright, at most 1600 pixels a side, without a word about where it was taken. The
   * same photo again, also after the submission, is the one that is kept.
   * @throws Problem not-found (also for another person's attempt), question-not-in-attempt, essay-takes-no-photos,
   *   essay-photos-full, attempt-already-submitted, attempt-deadline-passed, image-refused; unavailable when many wait
   */
  async keep(actor: Actor, place: PhotoPlace, sent: Buffer): Promise<EssayPhoto> {
    const { manager } = this.dataSource;
    const known = await this.find(manager, actor, place);
    if (known) return known;
    // Before seconds of work for a photo that would not be taken.
    await this.requireRoom(manager, actor, place);
    const image = await this.encode(sent);
    const storedAs = await this.files.put(image.bytes);
    try {
      return await this.dataSource.transaction(async (tx) => {
        await tx.query(LOCK_ATTEMPT, [place.attemptId, actor.personId]);
        const meanwhile = await this.find(tx, actor, place);
        if (meanwhile) return meanwhile;
        await this.requireRoom(tx, actor, place);
        return this.insert(tx, place, { ...image, storedAs });
      });
    } finally {
      // Nothing when the photo has it; else a second of two that came together, or one too many.
      await this.files.discard([storedAs]);
    }
  }

  private async insert(
    tx: EntityManager,
    { attemptId, questionId, photoId }: PhotoPlace,
    { bytes, width, height, storedAs }: EncodedImage & { storedAs: string },
  ): Promise<EssayPhoto> {
    const [free] = await tx.query<{ position: number }[]>(FREE_PLACE, [attemptId, questionId]);
    const key = { attemptId, questionVersionId: questionId, id: photoId };
    const hash = createHash('sha256').update(bytes).digest('hex');
    const file = { storedAs, hash, bytes: bytes.length, width, height };
    await tx.insert(EssayPhoto, { ...key, ...file, position: free?.position ?? 0, uploadedAt: this.clock.now() });
    await this.files.claim(tx, storedAs);
    return tx.findOneByOrFail(EssayPhoto, key);
  }

  private async encode(sent: Buffer): Promise<EncodedImage> {
    if (this.waiting >= MOST_WAITING) throw Unavailable(undefined, { retryAfterSeconds: 10 });
    this.waiting += 1;
    try {
      const made = await encodeImage(sent, PHOTOGRAPHS);
      if ('fault' in made) throw ImageRefused(made.fault);
      return made.image;
    } finally {
      this.waiting -= 1;
    }
  }

  /**
   * Takes a photo away; one that is not there is gone already.
   * @throws Problem not-found (also for another person's attempt), question-not-in-attempt, attempt-already-submitted,
   *   attempt-deadline-passed
   */
  async remove(actor: Actor, place: PhotoPlace): Promise<void> {
    const { attemptId, questionId, photoId } = place;
    const names = await this.dataSource.transaction(async (tx) => {
      await tx.query(LOCK_ATTEMPT, [attemptId, actor.personId]);
      await this.requireOpen(tx, actor, place);
      const values = [attemptId, questionId, photoId, this.clock.now()];
      return tx.query<{ name: string }[]>(REMOVE_PHOTO, values);
    });
    await this.files.discard(names.map(({ name }) => name));
  }

  /**
   * A photo as it is kept, for who wrote the essay and, while it waits, for who may grade it.
   * @throws Problem not-found to everybody else
   */
  async read(actor: Actor, { attemptId, questionId, photoId }: PhotoPlace): Promise<{ hash: string; bytes: Buffer }> {
    const { manager } = this.dataSource;
    const photo = await manager.findOneBy(EssayPhoto, { attemptId, questionVersionId: questionId, id: photoId });
    if (!photo) throw NotFound();
    const isOwn = await manager.existsBy(QuizAttempt, { id: attemptId, personId: actor.personId });
    if (!isOwn && !(await this.grading.mayGrade(actor, attemptId))) throw NotFound();
    try {
      return { hash: photo.hash, bytes: await this.files.read(photo.storedAs) };
    } catch (error) {
      // Erased between the two.
      if (error instanceof MissingObjectError) throw NotFound();
      throw error;
    }
  }

  private async find(executor: EntityManager, actor: Actor, place: PhotoPlace): Promise<EssayPhoto | null> {
    const { attemptId, questionId, photoId } = place;
    const answer = { attempt: { personId: actor.personId } };
    return executor.findOneBy(EssayPhoto, { attemptId, questionVersionId: questionId, id: photoId, answer });
  }

  private async requireRoom(executor: EntityManager, actor: Actor, place: PhotoPlace): Promise<void> {
    const row = await this.requireOpen(executor, actor, place);
    if (!row.takesPhotos) throw EssayTakesNoPhotos();
    if ((row.photos ?? 0) >= MOST_PHOTOS) throw EssayPhotosFull({ maximum: MOST_PHOTOS });
  }

  private async requireOpen(executor: EntityManager, actor: Actor, place: PhotoPlace): Promise<PlaceRow> {
    const values = [place.attemptId, actor.personId, place.questionId];
    const [row] = await executor.query<PlaceRow[]>(PHOTO_PLACE, values);
    if (!row) throw NotFound();
    if (!row.isOnPaper) throw QuestionNotInAttempt();
    if (row.state !== 'in-progress' && row.submittedAt) throw AttemptAlreadySubmitted();
    if (row.state !== 'in-progress' || isClosed(closesAt(row.deadlineAt, row.graceSeconds), this.clock.now())) {
      throw AttemptDeadlinePassed();
    }
    return row;
  }
}
