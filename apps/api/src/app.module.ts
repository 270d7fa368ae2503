import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import type { Logger } from 'pino';
import type { Clock } from '@fashen/plugin-api';
import type { OpenDatabase } from '@fashen/database';
import { EngineModule, type PluginHost } from '@fashen/engine';
import { BundledCalendars } from './boot/bundled-calendars';
import { BundledClauses } from './boot/bundled-clauses';
import { BundledPeriods } from './boot/bundled-periods';
import { BundledProcesses, PublishedLibrary } from './boot/bundled-processes';
import { FirstStartService, Registries } from './boot/first-start';
import type { Config } from './config';
import { AuthGuard, SignedInPersons } from './http/auth.guard';
import { KnownActors } from './http/known-actors';
import { ErrorFilter } from './http/error.filter';
import { DATABASE, SERVER_CONFIG } from './http/tokens';
import { EngineGauges } from './ops/engine-gauges';
import { EngineLoadRepository } from './ops/engine-load.repository';
import { LogModule } from './ops/log.module';
import { OpsController } from './ops/ops.controller';
import { Readiness } from './ops/readiness';
import { RequestMetrics } from './ops/request-metrics';

/** What the application is made of. */
export interface AppParts {
  readonly config: Config;
  readonly host: PluginHost;
  /** Open and migrated. */
  readonly database: OpenDatabase;
  readonly log: Logger;
  readonly clock: Clock;
  /** Whether this process runs jobs and delivers events by itself. Default by the setting `roles`. */
  readonly runsWork?: boolean;
  /** Folder of the built browser application; absent when this process serves none. */
  readonly webDirectory?: string;
}

/** The server: the engine with its plugins, and the border around them. */
@Module({})
export class AppModule {
  static with(parts: AppParts): DynamicModule {
    const { config, host, database, log, clock } = parts;
    return {
      module: AppModule,
      imports: [
        DiscoveryModule,
        LogModule.with(log),
        EngineModule.forRoot({ host, database, clock, config: config.plugins, runsWork: parts.runsWork ?? config.roles !== 'http' }),
      ],
      controllers: [OpsController],
      providers: [
        { provide: SERVER_CONFIG, useValue: config },
        { provide: DATABASE, useValue: database },
        { provide: APP_GUARD, useClass: AuthGuard },
        ErrorFilter,
        { provide: APP_FILTER, useExisting: ErrorFilter },
        KnownActors,
        SignedInPersons,
        RequestMetrics,
        EngineLoadRepository,
        EngineGauges,
        Readiness,
        Registries,
        FirstStartService,
        PublishedLibrary,
        BundledCalendars,
        BundledClauses,
        BundledPeriods,
        BundledProcesses,
      ],
    };
  }
}
