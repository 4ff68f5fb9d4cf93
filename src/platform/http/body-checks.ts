import type { FastifyInstance } from 'fastify';
import { InvalidRequest, UnsupportedMedia } from '../problems/problem.js';

/** What any client of ours sends is at most five levels deep; what recurses over a body would run out of stack. */
const DEEPEST = 32;

/**
 * Refuses bodies that no route should meet: anything but JSON under /api (a form, which another site could submit, is
 * for the server's own pages only), and JSON nested beyond reason.
 */
export function addBodyChecks(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', (request, _reply, done) => {
    const type = request.headers['content-type'];
    const isAccepted = type === undefined || !request.url.startsWith('/api/') || /^application\/json\b/i.test(type);
    done(isAccepted ? undefined : UnsupportedMedia());
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    done(isDeeperThan(DEEPEST, request.body) ? InvalidRequest() : undefined);
  });
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
