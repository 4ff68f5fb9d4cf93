import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SESSION_COOKIE } from '../platform/auth/auth.guard.js';
import { Config } from '../platform/config/config.js';
import { SESSION_DAYS } from './session.rules.js';

/** The session cookie as every page sets it: out of reach of scripts, not sent by other sites' forms. */
@Injectable()
export class SessionCookieService {
  private readonly attributes: { path: string; httpOnly: true; sameSite: 'lax'; secure: boolean };

  constructor(config: Config) {
    this.attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: config.publicUrl.startsWith('https:') };
  }

  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(SESSION_COOKIE, token, { ...this.attributes, maxAge: SESSION_DAYS * 86_400 });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(SESSION_COOKIE, this.attributes);
  }
}
