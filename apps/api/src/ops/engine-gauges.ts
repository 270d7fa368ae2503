import { Injectable } from '@nestjs/common';
import { Clock, systemActor, UnitOfWork } from '@fashen/plugin-api';
import { Gauge } from 'prom-client';
import { EngineLoadRepository, type EngineLoad } from './engine-load.repository';
import { RequestMetrics } from './request-metrics';

const gauges: Readonly<Record<keyof EngineLoad, { name: string; help: string }>> = {
  openJobs: { name: 'fashen_jobs_open', help: 'Jobs and timers that are not done' },
  dueJobs: { name: 'fashen_jobs_due', help: 'Jobs and timers that are due and not done' },
  stuckJobs: { name: 'fashen_jobs_stuck', help: 'Jobs that gave up and wait for an operator' },
  openDeliveries: { name: 'fashen_outbox_open', help: 'Events that are not delivered yet' },
  stuckDeliveries: { name: 'fashen_outbox_stuck', help: 'Deliveries that gave up' },
  outboxLagSeconds: { name: 'fashen_outbox_lag_seconds', help: 'Age of the oldest event that should be delivered by now' },
};

/** Numbers of the engine for Prometheus, counted when they are asked for. */
@Injectable()
export class EngineGauges {
  private readonly gauges: ReadonlyMap<keyof EngineLoad, Gauge>;

  constructor(
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    private readonly repository: EngineLoadRepository,
    private readonly metrics: RequestMetrics,
  ) {
    const made = Object.entries(gauges).map(([key, gauge]) => [key, new Gauge({ ...gauge, registers: [metrics.registry] })] as const);
    this.gauges = new Map(made as [keyof EngineLoad, Gauge][]);
  }

  /** The whole page that Prometheus reads. */
  async page(): Promise<{ readonly text: string; readonly type: string }> {
    const context = { actor: systemActor, now: this.clock.now(), locale: 'en', requestId: 'metrics' } as const;
    const load = await this.units.read(context, (tx) => this.repository.measure(tx));
    for (const [key, gauge] of this.gauges) gauge.set(load[key]);
    return { text: await this.metrics.registry.metrics(), type: this.metrics.registry.contentType };
  }
}
