import type { NextFunction, Request, Response } from 'express';
import { apiErrors } from './api.errors';
import { problemOfJson } from './json-body.rules';

/** After the JSON parser: refuses bodies that are built to do harm. */
export function refuseHarmfulBodies(request: Request, _response: Response, next: NextFunction): void {
  const problem = problemOfJson(request.body);
  next(problem ? apiErrors.BODY_REFUSED({ problem }) : undefined);
}

/** After the JSON parser: says that a body is no JSON, without the text of it that the parser puts into its message. */
export function explainUnreadableBodies(error: unknown, _request: Request, _response: Response, next: NextFunction): void {
  const isParseError = typeof error === 'object' && error !== null && 'type' in error && error.type === 'entity.parse.failed';
  next(isParseError ? apiErrors.BODY_UNREADABLE() : error);
}
