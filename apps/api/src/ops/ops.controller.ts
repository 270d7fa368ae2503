import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AllowPublic } from '@fashen/plugin-api/server';
import { EngineGauges } from './engine-gauges';
import { type Obstacle, Readiness } from './readiness';

/** For operators and their machines. Outside `/api`; tells nothing about cases. */
@Controller()
export class OpsController {
  constructor(
    private readonly readiness: Readiness,
    private readonly gauges: EngineGauges,
  ) {}

  /** The process is alive. Says nothing about the database: restarting the process would not help that. */
  @Get('health')
  @AllowPublic()
  health(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process may be sent requests. */
  @Get('ready')
  @AllowPublic()
  async ready(
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ readonly status: 'ready' | 'waiting'; readonly obstacles: readonly Obstacle[] }> {
    const obstacles = await this.readiness.obstacles();
    if (obstacles.length > 0) response.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status: obstacles.length > 0 ? 'waiting' : 'ready', obstacles };
  }

  @Get('metrics')
  @AllowPublic()
  async metrics(@Res({ passthrough: true }) response: Response): Promise<string> {
    const page = await this.gauges.page();
    response.type(page.type);
    return page.text;
  }
}
