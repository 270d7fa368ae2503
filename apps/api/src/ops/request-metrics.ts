import { Inject, Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { ApiRequest } from '../http/api-request';
import { LOG } from '../http/tokens';

/** Measures and logs every request: by its route, never by its address. */
@Injectable()
export class RequestMetrics {
  readonly registry = new Registry();
  private readonly durations = new Histogram({
    name: 'fashen_http_request_seconds',
    help: 'Duration of requests by method, route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  constructor(@Inject(LOG) private readonly log: Logger) {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Middleware. */
  watch(request: Request, response: Response, next: NextFunction): void {
    response.once('close', () => this.note(request as ApiRequest, response));
    next();
  }

  private note(request: ApiRequest, response: Response): void {
    const milliseconds = Date.now() - request.arrivedAt;
    const route = routeOf(request);
    const status = response.writableFinished ? response.statusCode : 499;
    this.durations.observe({ method: request.method, route, status: String(status) }, milliseconds / 1000);
    this.log.info({ requestId: request.requestId, method: request.method, route, status, milliseconds }, 'request');
  }
}

/** The pattern that matched, such as `/api/cases/:id`. What matched nothing is one route: addresses are not kept. */
function routeOf(request: ApiRequest): string {
  const path: unknown = (request.route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : 'none';
}
