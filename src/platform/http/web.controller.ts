import { readFileSync } from 'node:fs';
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
    if (!wantsPage) throw NotFound();
    this.shell ??= readFileSync(join(WEB_ROOT, 'index.html'));
    void reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(this.shell);
  }
}
