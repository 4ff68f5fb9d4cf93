import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '../auth/auth.guard.js';
import { Public } from '../auth/can.decorator.js';
import { NotFound } from '../problems/problem.js';

/** The built web application, beside the server's own build. */
export const WEB_ROOT = resolve(import.meta.dirname, '../../../web/dist');

/** The reads that a screen begins with, started before its scripts have arrived. */
function preloadsFor(path: string): string {
  const reads = path === '/hoc' ? ['/api/v1/session', '/api/v1/enrolments'] : ['/api/v1/session'];
  return reads.map((read) => `<${read}>; rel=preload; as=fetch; crossorigin=anonymous`).join(', ');
}

/** Every page of the single-page application is the same document; its own router does the rest. */
@ApiExcludeController()
@Controller()
export class WebController {
  private shell: Buffer | undefined;

  @Public('the shell of the application holds no data; the API decides what each person sees')
  @Get('*')
  page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const wantsPage = (request.headers.accept ?? '').includes('text/html') && !request.url.startsWith('/api/');
    const shell = wantsPage ? this.readShell() : undefined;
    if (!shell) throw NotFound();
    // Only for who is signed in: a refusal that was preloaded would be used for the first read after signing in.
    if (request.cookies[SESSION_COOKIE] !== undefined) void reply.header('link', preloadsFor(request.url));
    void reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(shell);
  }

  /** Undefined when the web application is not built: an API without its pages still works. */
  private readShell(): Buffer | undefined {
    const file = join(WEB_ROOT, 'index.html');
    this.shell ??= existsSync(file) ? readFileSync(file) : undefined;
    return this.shell;
  }
}
