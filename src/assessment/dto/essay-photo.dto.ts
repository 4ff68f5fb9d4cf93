import { Allow } from 'class-validator';
import type { EssayPhoto } from '../entities/essay-photo.entity.js';

/** One photographed page of an answer on paper. */
export class EssayPhotoDto {
  id: string;
  /** Place among the photos of the answer, 1–3. */
  position: number;
  /** Where the WebP file is, for who wrote the essay and who grades it. */
  url: string;
  /** Pixels. */
  width: number;
  height: number;
  /** Size of the file. */
  bytes: number;
  uploadedAt: string;

  static from({ attemptId, questionVersionId, ...photo }: EssayPhoto): EssayPhotoDto {
    const { id, position, width, height, bytes, uploadedAt } = photo;
    const url = `/api/v1/quiz-attempts/${attemptId}/questions/${questionVersionId}/photos/${id}`;
    return { id, position, url, width, height, bytes, uploadedAt: uploadedAt.toISOString() };
  }
}

/** Where a photo is in the address; what is no UUID is not found. */
export class PhotoPlaceParams {
  /** Id of the attempt. */
  @Allow()
  id: string;

  /** Id of the question's version. */
  @Allow()
  questionId: string;

  /** UUIDv7, made by the telephone. */
  @Allow()
  photoId: string;
}
