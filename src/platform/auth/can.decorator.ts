import {
  applyDecorators,
  createParamDecorator,
  RequestMethod,
  SetMetadata,
  UseInterceptors,
  type ExecutionContext,
} from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import type { RequestWithActor } from './actor.js';
import type { Permission } from './permissions.js';

export type RouteAccess = { permission: Permission } | { publicBecause: string };

export const ROUTE_ACCESS = 'union-skills:route-access';

/** A retried POST is answered as the first was. On POSTs alone: an interceptor costs every request a tenth of its CPU time. */
const rememberPost: MethodDecorator = (target, name, descriptor) => {
  const method = Reflect.getMetadata(METHOD_METADATA, descriptor.value as object) as RequestMethod | undefined;
  if (method === RequestMethod.POST) UseInterceptors(IdempotencyInterceptor)(target, name, descriptor);
};

/** The route needs a signed-in actor whose roles hold the permission. Stands above @Get, @Post …, as boot checks. */
export const Can = (permission: Permission) =>
  applyDecorators(SetMetadata(ROUTE_ACCESS, { permission } satisfies RouteAccess), rememberPost);

/** The route is open to anybody; say why. A valid session cookie still makes an actor. */
export const Public = (because: string) => SetMetadata(ROUTE_ACCESS, { publicBecause: because } satisfies RouteAccess);

/** The actor of the request: always there under @Can; perhaps undefined under @Public. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<RequestWithActor>().actor,
);
