import { existsSync } from 'node:fs';
import fastifyCookie from '@fastify/cookie';
import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.js';
import { NestLogger, type Logger } from '../logging/logger.js';
import { currentContext, runInContext, traceIdFrom } from '../logging/request-context.js';
import { Metrics } from '../observability/metrics.js';
import { addBodyChecks } from './body-checks.js';
import { addOpenApi } from './openapi.js';
import { ProblemFilter } from './problem.filter.js';
import { securityHeaders } from './security-headers.js';
import { createValidationPipe } from './validation.js';
import { WEB_ROOT } from './web.controller.js';

/** A sync of 500 items is about 200 kB; nothing legitimate comes near this. */
const BODY_LIMIT_BYTES = 1_048_576;
const YEAR_SECONDS = 31_536_000;

interface HttpParts {
  config: Config;
  logger: Logger;
}

/** Nest on Fastify with everything a request passes: trace id, log line, security headers, validation, problems. */
export async function createHttpApp(rootModule: DynamicModule, parts: HttpParts): Promise<NestFastifyApplication> {
  const { config, logger } = parts;
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: config.TRUSTED_PROXIES ? config.TRUSTED_PROXIES.split(',').map((address) => address.trim()) : false,
    forceCloseConnections: 'idle',
    // A request that arrives on an open connection while the process stops is served: the database closes last.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(rootModule, adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  const filter = new ProblemFilter(logger);
  addRequestHooks(fastify, { app, logger, config });
  addBodyChecks(fastify);
  await app.register(fastifyCookie);
  if (existsSync(WEB_ROOT)) await app.register(fastifyStatic, staticOptions());
  app.useGlobalPipes(createValidationPipe());
  app.useGlobalFilters(filter);
  addOpenApi(app);
  return app;
}

function staticOptions(): FastifyStaticOptions {
  return {
    root: WEB_ROOT,
    prefix: '/',
    index: false,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      reply.header('cache-control', hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
    },
  };
}

function addRequestHooks(
  fastify: FastifyInstance,
  { app, logger, config }: { app: NestFastifyApplication; logger: Logger; config: Config },
): void {
  const headers = securityHeaders({ https: config.publicUrl.startsWith('https:') });
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers);
    const traceId = traceIdFrom(request.headers.traceparent as string | undefined);
    reply.header('x-trace-id', traceId);
    if (config.ROLE === 'worker' && !/^\/(api\/health\/|metrics)/.test(request.url)) {
      void reply.code(404).send();
      return;
    }
    runInContext({ traceId }, done);
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (!reply.hasHeader('cache-control') && request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    done(null, payload);
  });
  let metrics: Metrics | undefined;
  const metricsOf = (): Metrics => (metrics ??= app.get<Metrics, Metrics>(Metrics));
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const status = String(reply.statusCode);
    metricsOf().observe({ method: request.method, route, status }, reply.elapsedTime / 1000);
    // The route's pattern, not its address: ids and tokens stay out of the log.
    logger.info(
      {
        ...currentContext(),
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
    done();
  });
}
