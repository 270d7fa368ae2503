import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * Makes the log: one JSON line per event. What is written are ids, numbers and names of things, never what people typed: no names, no
 * bodies, no addresses with query. Errors are written with their stack, without the parameters of database statements.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: undefined,
    serializers: { err: describeError },
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return destination ? pino(options, destination) : pino(options);
}

interface ErrorLine {
  readonly type: string;
  readonly code?: string;
  readonly stack: string;
  readonly cause?: ErrorLine;
}

/** Message and stack of an error with its causes. Database errors lose statement and values: those are data of cases. */
export function describeError(error: unknown, depth = 0): ErrorLine {
  if (!(error instanceof Error)) return { type: typeof error, stack: '' };
  const code = 'code' in error ? { code: String(error.code) } : {};
  const cause = error.cause !== undefined && depth < 3 ? { cause: describeError(error.cause, depth + 1) } : {};
  const isFromDatabase = 'query' in error || 'sql' in error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const head = isFromDatabase ? `${error.name} (text left out)` : `${error.name}: ${error.message.slice(0, 300)}`;
  return { type: error.name, ...code, stack: [head, ...frames].join('\n'), ...cause };
}

/** Lets NestJS write into our log. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    this.logger.error(
      { context: typeof context === 'string' ? context : undefined, err: message instanceof Error ? message : undefined },
      String(message),
    );
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }

  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  verbose(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
}
