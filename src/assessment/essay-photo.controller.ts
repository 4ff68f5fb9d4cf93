import { Controller, Delete, Get, HttpCode, Param, Put, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { UPLOAD_ROUTE } from '../platform/http/body-checks.js';
import { readUpload } from '../platform/http/read-upload.js';
import { MAX_SENT_BYTES } from '../platform/images/image-encoding.js';
import { NotFound } from '../platform/problems/problem.js';
import { EssayPhotoDto, PhotoPlaceParams } from './dto/essay-photo.dto.js';
import { EssayPhotoService, type PhotoPlace } from './essay-photo.service.js';

@ApiTags('quiz-attempts')
@Controller('api/v1/quiz-attempts/:id/questions/:questionId/photos/:photoId')
export class EssayPhotoController {
  constructor(private readonly photos: EssayPhotoService) {}

  /**
   * Send a photo of an answer on paper as the body itself: JPEG, PNG, WebP or AVIF up to 12 MB, at most three to an essay
   * that takes photos. Its id is the sender's; the same one again is the same photo.
   */
  @Can('quiz-attempt.answer')
  @Put()
  @RouteConfig(UPLOAD_ROUTE)
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: EssayPhotoDto })
  async keep(
    @CurrentActor() actor: Actor,
    @Param() params: PhotoPlaceParams,
    @Req() request: FastifyRequest,
  ): Promise<EssayPhotoDto> {
    const place = placeOf(params);
    const sent = await readUpload(request, MAX_SENT_BYTES);
    return EssayPhotoDto.from(await this.photos.keep(actor, place, sent));
  }

  /** Take a photo away, before the attempt is submitted. */
  @Can('quiz-attempt.answer')
  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(@CurrentActor() actor: Actor, @Param() params: PhotoPlaceParams): Promise<void> {
    await this.photos.remove(actor, placeOf(params));
  }

  /** The photo, for who wrote the essay and who grades it. */
  @Can('quiz-attempt.read')
  @Get()
  @ApiProduces('image/webp')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async read(
    @CurrentActor() actor: Actor,
    @Param() params: PhotoPlaceParams,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { bytes, hash } = await this.photos.read(actor, placeOf(params));
    void reply.type('image/webp').header('cache-control', 'private, no-cache').header('etag', `"${hash}"`).send(bytes);
  }
}

/** @throws Problem not-found for what cannot be the id of anything */
function placeOf({ id, questionId, photoId }: PhotoPlaceParams): PhotoPlace {
  const [attempt, question, photo] = [id, questionId, photoId].map((each) => {
    if (!isUUID(each)) throw NotFound();
    return each.toLowerCase();
  }) as [string, string, string];
  return { attemptId: attempt, questionId: question, photoId: photo };
}
