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
    const faults = this.routes()
      .filter(({ access, method, isRemembered }) => !isSound(access) || !isRepeatable({ access, method, isRemembered }))
      .map(({ name }) => name);
    if (faults.length > 0) throw new Error(`Routes without @Can or @Public above @Get, @Post …: ${faults.join(', ')}`);
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

function isSound(access: RouteAccess | undefined): boolean {
  if (!access) return false;
  return 'permission' in access ? access.permission in PERMISSIONS : access.publicBecause.length > 0;
}

/** POSTs of signed-in people take an Idempotency-Key: @Can sees to it when it stands above @Post. */
function isRepeatable(route: { access: RouteAccess | undefined; method: string; isRemembered: boolean }): boolean {
  return route.method !== 'POST' || !route.access || 'publicBecause' in route.access || route.isRemembered;
}
