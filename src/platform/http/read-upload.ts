import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { UploadTooLarge } from '../problems/problem.js';

/**
 * The body of a route with UPLOAD_ROUTE, in memory.
 * @param most bytes taken; what is longer is not read to its end
 * @throws Problem upload-too-large
 */
export async function readUpload(request: FastifyRequest, most: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw UploadTooLarge({ bytes: most });
  if (!(request.body instanceof Readable)) return Buffer.alloc(0);
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request.body as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > most) throw UploadTooLarge({ bytes: most });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
