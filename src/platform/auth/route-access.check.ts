import { Injectable, RequestMethod, type OnApplicationBootstrap } from '@nestjs/common';
import { INTERCEPTORS_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ROUTE_ACCESS, type RouteAccess } from './can.decorator.js';
import { PERMISSIONS } from './permissions.js';

/** Refuses to boot when a route carries neither @Can with a known permission nor @Public with a reason. */
@Injectable()
export class RouteAccessCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const faults = this.routes().flatMap((route) => {
      const fault = faultOf(route);
      return fault === null ? [] : [`${route.name}: ${fault}`];
    });
    if (faults.length > 0) throw new Error(`Routes that nobody guards rightly: ${faults.join('; ')}`);
  }

  /** Every route of the application with its access rule, as `Controller.method`. */
  routes(): { name: string; method: string; path: string; access: RouteAccess | undefined; isRemembered: boolean }[] {
    return this.discovery.getControllers().flatMap((wrapper) => {
      const instance = wrapper.instance as object | undefined;
      if (!instance) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name] as () => unknown;
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
        if (method === undefined) return [];
        return [
          {
            name: `${instance.constructor.name}.${name}`,
            method: RequestMethod[method] ?? 'GET',
            path: String(Reflect.getMetadata(PATH_METADATA, handler)),
            isRemembered: Reflect.hasMetadata(INTERCEPTORS_METADATA, handler),
            access: this.reflector.get<RouteAccess | undefined>(ROUTE_ACCESS, handler),
          },
        ];
      });
    });
  }
}

function faultOf({ access, method, isRemembered }: ReturnType<RouteAccessCheck['routes']>[number]): string | null {
  if (!access) return 'has neither @Can nor @Public';
  if ('publicBecause' in access) return access.publicBecause.length > 0 ? null : '@Public gives no reason';
  if (!(access.permission in PERMISSIONS)) return `'${access.permission}' is missing in platform/auth/permissions.ts`;
  // POSTs of signed-in people take an Idempotency-Key: @Can sees to it when it stands above @Post.
  return method === 'POST' && !isRemembered ? '@Can must stand above @Post' : null;
}
