import type { NextFunction, Request, Response } from 'express';
import { apiErrors } from './api.errors';
import { problemOfJson } from './json-body.rules';

/** After the JSON parser: refuses bodies that are built to do harm. */
export function refuseHarmfulBodies(request: Request, _response: Response, next: NextFunction): void {
  const problem = problemOfJson(request.body);
  next(problem ? apiErrors.BODY_REFUSED({ problem }) : undefined);
}
