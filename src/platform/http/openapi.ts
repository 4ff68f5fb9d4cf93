import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';

/** Made by the Swagger plugin at build time; absent from a fresh clone, hence the specifier that nothing resolves early. */
const PLUGIN_METADATA = '../../metadata.js';

/** Tells Swagger the shapes of the DTOs. Call once before `createOpenApi`. */
export async function loadOpenApiMetadata(): Promise<void> {
  const loaded = (await import(PLUGIN_METADATA)) as { default: () => Promise<Record<string, unknown>> };
  await SwaggerModule.loadPluginMetadata(loaded.default);
}

/** The OpenAPI 3.1 document of every route. */
export function createOpenApi(app: NestFastifyApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Union Skills')
    .setDescription('E-learning for the cadres of Vietnamese trade unions. Errors are RFC 9457 problem details.')
    .setVersion('1')
    .addCookieAuth('us_session')
    .build();
  return SwaggerModule.createDocument(app, builder, {
    // Controller and method: two methods called `get` must not become one operation.
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}

/** Serves the document at /api/openapi.json; made at the first request, because start-up does not need it. */
export function addOpenApi(app: NestFastifyApplication): void {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  let document: Promise<string> | undefined;
  fastify.get('/api/openapi.json', async (_request, reply) => {
    document ??= loadOpenApiMetadata().then(() => JSON.stringify(createOpenApi(app)));
    return reply.type('application/json; charset=utf-8').send(await document);
  });
}
