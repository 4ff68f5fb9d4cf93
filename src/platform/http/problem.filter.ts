import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryRunnerAlreadyReleasedError } from 'typeorm';
import { Logger } from '../logging/logger.js';
import { currentContext } from '../logging/request-context.js';
import {
  BodyTooLarge,
  InvalidRequest,
  MalformedBody,
  NotFound,
  Problem,
  Unavailable,
  UnexpectedFault,
  UnsupportedMedia,
  type Locale,
} from '../problems/problem.js';

/** The language of an answer: the client's first preference when that is English, else Vietnamese. */
export function localeOf(request: FastifyRequest): Locale {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi';
}

/** SQLSTATE classes that say "the database is away", not "the statement is wrong". */
const AWAY = /^(08|57P0|53)/;
const AWAY_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '55P03', '57014', '25P03']);

/** What pg says, without a code, about a connection that broke or never came. */
const AWAY_MESSAGES = /Connection terminated|timeout exceeded when trying to connect|is not queryable/;

export function isOutsideFault(error: unknown): boolean {
  // TypeORM lets go of a connection that breaks, and says this to what remains of the transaction.
  if (error instanceof QueryRunnerAlreadyReleasedError) return true;
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return AWAY.test(code) || AWAY_CODES.has(code);
  return typeof message === 'string' && AWAY_MESSAGES.test(message);
}

function fromHttpStatus(status: number): Problem | null {
  if (status === 404) return NotFound();
  if (status === 400) return MalformedBody();
  if (status === 413) return BodyTooLarge();
  if (status === 415) return UnsupportedMedia();
  return null;
}

/** PostgreSQL refusals that a client can cause: an id that is no uuid, a number out of range, a NUL in a text. */
const BAD_VALUE = new Set(['22P02', '22003', '22021', '22P05', '22008']);

/** Any thrown thing as a Problem. Only UnexpectedFault is a bug. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  const known = status === undefined ? null : fromHttpStatus(status);
  if (known) return known;
  const code = (error as { code?: unknown }).code;
  // Ids in bodies are validated by their DTO; one that reaches PostgreSQL came from an address.
  if (code === '22P02' && /type uuid/.test(String((error as Error).message))) return NotFound();
  if (typeof code === 'string' && BAD_VALUE.has(code)) return InvalidRequest();
  if (isOutsideFault(error)) return Unavailable(undefined, { retryAfterSeconds: 2 });
  return UnexpectedFault();
}

/** The RFC 9457 body of a problem in one language. */
export function problemBody(problem: Problem, locale: Locale, instance?: string): Record<string, unknown> {
  return {
    type: `/problems/${problem.code}`,
    title: problem.title[locale],
    status: problem.status,
    detail: problem.detail[locale],
    ...(instance ? { instance } : {}),
    code: problem.code,
    traceId: currentContext()?.traceId,
    ...(problem.extras.errors
      ? { errors: problem.extras.errors.map((e) => ({ pointer: e.pointer, detail: e.detail[locale] })) }
      : {}),
    ...problem.extras.members,
  };
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    this.answer(error, host.switchToHttp().getRequest<FastifyRequest>(), reply);
  }

  /** Also used by Fastify's own error handler, for faults before Nest's pipeline (a body that cannot be parsed). */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = toProblem(error);
    if (problem.status >= 500) this.logger.error({ err: error }, 'request failed');
    if (reply.sent) return;
    if (problem.extras.retryAfterSeconds !== undefined) {
      reply.header('retry-after', String(Math.ceil(problem.extras.retryAfterSeconds)));
    }
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problemBody(problem, localeOf(request), request.url)));
  }
}
