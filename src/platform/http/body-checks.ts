import { Stream } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { InvalidRequest, UnsupportedMedia } from '../problems/problem.js';

/** What any client of ours sends is at most five levels deep; what recurses over a body would run out of stack. */
const DEEPEST = 32;

/** Config of a route that takes a file as its body, and reads it itself while it measures it. */
export const UPLOAD_ROUTE = { upload: true };

/** Types of such files. None of them can be sent by a form of another site without the browser asking first. */
export const UPLOAD_TYPES = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
  'application/octet-stream',
];

/**
 * Refuses bodies that no route should meet: anything but JSON under /api (a form, which another site could submit, is
 * for the server's own pages only), and JSON nested beyond reason.
 */
export function addBodyChecks(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', (request, _reply, done) => {
    const type = request.headers['content-type'];
    const isAccepted = type === undefined || !request.url.startsWith('/api/') || isTypeOf(request, type);
    done(isAccepted ? undefined : UnsupportedMedia());
  });
  // Handed on as it arrives: no limit but the route's own.
  fastify.addContentTypeParser(UPLOAD_TYPES, (_request, payload, done) => done(null, payload));
  fastify.addHook('preValidation', (request, _reply, done) => {
    done(!(request.body instanceof Stream) && isDeeperThan(DEEPEST, request.body) ? InvalidRequest() : undefined);
  });
}

function isTypeOf(request: FastifyRequest, type: string): boolean {
  const { upload } = request.routeOptions.config as { upload?: boolean };
  if (upload !== true) return /^application\/json\b/i.test(type);
  return UPLOAD_TYPES.includes(type.split(';')[0]?.trim().toLowerCase() ?? '');
}

/** Level by level, without recursion. */
function isDeeperThan(limit: number, body: unknown): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      for (const inner of Object.values(value)) next.push(inner);
    }
    level = next;
  }
  return false;
}
