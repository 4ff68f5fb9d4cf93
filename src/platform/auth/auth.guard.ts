import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { assignToContext } from '../logging/request-context.js';
import { Authenticator, type RequestWithActor } from './actor.js';
import { NotAllowed, NotSignedIn, WrongOrigin } from './auth.problems.js';
import { ROUTE_ACCESS, type RouteAccess } from './can.decorator.js';
import { mayCall } from './permissions.js';

export const SESSION_COOKIE = 'us_session';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Browsers send Origin with every cross-site write; another host's page must not write with this host's cookie. */
function assertSameOrigin(request: FastifyRequest): void {
  const origin = request.headers.origin;
  if (SAFE_METHODS.has(request.method) || origin === undefined) return;
  if (!URL.canParse(origin) || new URL(origin).host !== request.host) throw WrongOrigin();
}

@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    const access = this.reflector.get<RouteAccess | undefined>(ROUTE_ACCESS, context.getHandler());
    assertSameOrigin(request);
    const token = request.cookies[SESSION_COOKIE];
    const actor = token === undefined ? null : await this.authenticator.authenticate(token);
    if (actor) {
      request.actor = actor;
      assignToContext({ actorId: actor.personId });
    }
    if (access && 'publicBecause' in access) return true;
    if (!actor) throw NotSignedIn();
    // Boot refuses a route without access metadata; refusing here as well costs nothing.
    if (!access || !mayCall(actor, access.permission)) throw NotAllowed();
    return true;
  }
}
