import { MetadataScanner, DiscoveryService, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import { AppModule, type AppParts } from './app.module';
import { openApiDocument } from './docs/openapi';
import { apiErrors } from './http/api.errors';
import { type ApiRequest, identify } from './http/api-request';
import { explainUnreadableBodies, refuseHarmfulBodies } from './http/body-limits';
import { type Endpoint, listEndpoints, withoutPolicy } from './http/endpoints';
import { ErrorFilter } from './http/error.filter';
import { neverCached, securityHeaders } from './http/security-headers';
import { cacheWebFile, pageOfWebApp } from './http/web-app';
import { NestLog } from './log';
import { RequestMetrics } from './ops/request-metrics';

const HEADERS_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_MS = 5_000;
const OPS_PATHS = ['health', 'ready', 'metrics'];

/**
 * Builds the application, ready to listen. Refuses to when an endpoint has no policy: nobody shall find out later that
 * something was open.
 */
export async function createApp(parts: AppParts): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(parts), {
    bodyParser: false,
    rawBody: true,
    abortOnError: false,
    logger: new NestLog(parts.log),
  });
  app.setGlobalPrefix('api', { exclude: OPS_PATHS });
  addMiddleware(app, parts);
  const endpoints = endpointsOf(app);
  const open = withoutPolicy(endpoints);
  if (open.length > 0) throw new Error(`these endpoints have no policy:\n${open.map((name) => `- ${name}`).join('\n')}`);
  if (parts.config.apiDocs) await addDocs(app, endpoints);
  await app.init();
  answerUnknownPaths(app);
  setTimeouts(app, parts);
  return app;
}

/** All endpoints of a built application. */
export function endpointsOf(app: NestExpressApplication): readonly Endpoint[] {
  return listEndpoints(app.get(DiscoveryService), new MetadataScanner());
}

function addMiddleware(app: NestExpressApplication, { config, webDirectory }: AppParts): void {
  const metrics = app.get(RequestMetrics);
  app.disable('x-powered-by');
  if (config.trustedProxies)
    app.set(
      'trust proxy',
      config.trustedProxies.split(',').map((proxy) => proxy.trim()),
    );
  app.use(identify);
  app.use((request: Request, response: Response, next: NextFunction) => metrics.watch(request, response, next));
  app.use(securityHeaders(config.publicUrl?.startsWith('https:') ?? false));
  app.use('/api', neverCached);
  app.useBodyParser('json', { limit: `${config.bodyKilobytes}kb` });
  app.use(explainUnreadableBodies);
  app.use(refuseHarmfulBodies);
  if (!webDirectory) return;
  app.useStaticAssets(webDirectory, { index: false, setHeaders: cacheWebFile });
  app.use(pageOfWebApp(webDirectory));
}

/** Last of all: what no route answered gets an error of our shape, also outside `/api`. */
function answerUnknownPaths(app: NestExpressApplication): void {
  const filter = app.get(ErrorFilter);
  app.use((request: Request, response: Response) => filter.answer(apiErrors.NOT_FOUND(), request as ApiRequest, response));
}

/** The page to try the API comes from this server, scripts included. What paints it is only loaded where it is wanted. */
async function addDocs(app: NestExpressApplication, endpoints: readonly Endpoint[]): Promise<void> {
  const { SwaggerModule } = await import('@nestjs/swagger');
  const document = openApiDocument(endpoints, '0.1.0') as unknown as OpenAPIObject;
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Fashen API',
    customCss: '.swagger-ui .topbar { display: none }',
  });
}

function setTimeouts(app: NestExpressApplication, { config }: AppParts): void {
  const server = app.getHttpServer();
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = config.requestTimeoutSeconds * 1000;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.maxConnections = config.maxConnections;
}
