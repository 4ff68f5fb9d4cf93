import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/can.decorator.js';
import { NotFound } from '../problems/problem.js';

/** The built web application, beside the server's own build. */
export const WEB_ROOT = resolve(import.meta.dirname, '../../../web/dist');

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
    void reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(shell);
  }

  /** Undefined when the web application is not built: an API without its pages still works. */
  private readShell(): Buffer | undefined {
    const file = join(WEB_ROOT, 'index.html');
    this.shell ??= existsSync(file) ? readFileSync(file) : undefined;
    return this.shell;
  }
}
