import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import { Config } from './platform/config/config.js';
import { createOpenApi, loadOpenApiMetadata } from './platform/http/openapi.js';
import type { PlatformParts } from './platform/platform.module.js';

/** The OpenAPI document without a database: in preview mode Nest reads the modules but makes no provider. */
export async function describeApi(): Promise<OpenAPIObject> {
  const parts = { config: new Config() } as PlatformParts;
  const adapter = new FastifyAdapter();
  const options = { preview: true, logger: false as const, abortOnError: false };
  await loadOpenApiMetadata();
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(parts), adapter, options);
  return createOpenApi(app);
}
