import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOG } from '../http/tokens';

/** Gives the log to everything in the process. */
@Module({})
export class LogModule {
  static with(log: Logger): DynamicModule {
    const provider = { provide: LOG, useValue: log };
    return { module: LogModule, global: true, providers: [provider], exports: [provider] };
  }
}
