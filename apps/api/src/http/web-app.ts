import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

const ours = /^\/(api|health|ready|metrics)(\/|$)/;

/** True when a path belongs to the API or to the operators, not to the browser application. */
export const isApiPath = (path: string): boolean => ours.test(path);

/** Sends the page of the browser application for every address inside it, so that a link into the application can be opened directly. */
export function pageOfWebApp(directory: string): RequestHandler {
  const page = join(directory, 'index.html');
  const isBuilt = existsSync(page);
  return (request: Request, response: Response, next: NextFunction): void => {
    const isPage = ['GET', 'HEAD'].includes(request.method) && !isApiPath(request.path) && !/\.\w+$/.test(request.path);
    if (!isBuilt || !isPage) return next();
    response.sendFile(page, { headers: { 'Cache-Control': 'no-cache' } });
  };
}

/** Files whose name contains a hash of their content may be kept for ever. */
export function cacheWebFile(response: { setHeader(name: string, value: string): unknown }, path: string): void {
  const isHashed = /[/\\]assets[/\\]/.test(path);
  response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}
