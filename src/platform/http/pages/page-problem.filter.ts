import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RequestWithActor } from '../../auth/actor.js';
import { Logger } from '../../logging/logger.js';
import { currentContext } from '../../logging/request-context.js';
import { toProblem } from '../problem.filter.js';
import { PageRenderer } from './page-renderer.js';

/** On controllers of pages: an error is a page in the reader's language, not JSON. */
@Catch()
export class PageProblemFilter implements ExceptionFilter {
  constructor(
    private readonly pages: PageRenderer,
    private readonly logger: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = toProblem(error);
    if (problem.status >= 500) this.logger.error({ err: error }, 'page failed');
    const request = host.switchToHttp().getRequest<RequestWithActor>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const { retryAfterSeconds } = problem.extras;
    if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(Math.ceil(retryAfterSeconds)));
    this.pages.sendProblem({ request, reply }, problem, currentContext()?.traceId);
  }
}
