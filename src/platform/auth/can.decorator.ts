import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';
import type { Permission } from './permissions.js';

export type RouteAccess = { permission: Permission } | { publicBecause: string };

export const ROUTE_ACCESS = 'union-skills:route-access';

/** The route needs a signed-in actor whose roles hold the permission. */
export const Can = (permission: Permission) => SetMetadata(ROUTE_ACCESS, { permission } satisfies RouteAccess);

/** The route is open to anybody; say why. A valid session cookie still makes an actor. */
export const Public = (because: string) => SetMetadata(ROUTE_ACCESS, { publicBecause: because } satisfies RouteAccess);

export type RequestWithActor = FastifyRequest & { actor?: Actor };

/** The actor of the request: always there under @Can; perhaps undefined under @Public. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<RequestWithActor>().actor,
);
