import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { PluginHost } from '@fashen/engine';
import { type ApiRequest, localeOf } from './api-request';
import { type Answer, answerTo } from './error.rules';
import { LOG } from './tokens';

/** Turns every error into `{code, message, params, requestId}`. Of our own bugs nothing is told but the request id. */
@Injectable()
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    private readonly host: PluginHost,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<ApiRequest>(), http.getResponse<Response>());
  }

  /** Also called for what goes wrong before a route is found. */
  answer(error: unknown, request: ApiRequest, response: Response): void {
    const answer = answerTo(error);
    if (answer.isBug) this.log.error({ requestId: request.requestId, err: error }, 'request failed');
    // Half an answer is on its way: the client must see that it broke off.
    if (response.headersSent) return void response.destroy();
    const seconds = retryAfterSeconds(answer);
    if (seconds !== undefined) response.setHeader('Retry-After', String(seconds));
    response.setHeader('Cache-Control', 'no-store');
    const message = this.host.localize(answer.code, answer.params, localeOf(request));
    response.status(answer.status).json({ code: answer.code, message, params: answer.params, requestId: request.requestId });
  }
}

function retryAfterSeconds(answer: Answer): number | undefined {
  const { retryAfterSeconds: wanted } = answer.params;
  if (typeof wanted === 'number') return wanted;
  return answer.status === 503 ? 1 : undefined;
}
